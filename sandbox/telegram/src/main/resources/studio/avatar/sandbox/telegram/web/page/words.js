/** What the page itself says, in the person's language. */
const WORDS = {
  en: {
    bot: 'bot',
    connecting: 'connecting…',
    typing: 'typing',
    upload_photo: 'sending a photo',
    upload_document: 'sending a file',
    busy: 'working',
    start: 'START',
    unblock: 'UNBLOCK AND RESTART',
    hint: 'Press START to begin.',
    placeholder: 'Message',
    commands: 'Commands',
    attach: 'Attach photos or files',
    send: 'Send',
    down: 'To the newest message',
    drop: 'Drop photos or files here',
    photos: (n) => (n === 1 ? 'Send a photo' : `Send ${n} photos`),
    files: (n) => (n === 1 ? 'Send a file' : `Send ${n} files`),
    asFile: 'Send as files, without compression',
    caption: 'Caption',
    cancel: 'Cancel',
    people: 'Who are you?',
    add: 'New person…',
    addName: 'First name of the new person',
    language: 'Language',
    block: 'Block the bot',
    today: 'Today',
    yesterday: 'Yesterday',
    copied: 'Copied',
    copy: 'Copy',
    failed: 'It did not work: ',
    noPicture: 'This picture cannot be opened here, so it goes as a file',
    close: 'Close',
    save: 'Save',
    photo: 'Photo',
  },
  ru: {
    bot: 'бот',
    connecting: 'соединение…',
    typing: 'печатает',
    upload_photo: 'отправляет фото',
    upload_document: 'отправляет файл',
    busy: 'работает',
    start: 'НАЧАТЬ',
    unblock: 'РАЗБЛОКИРОВАТЬ И НАЧАТЬ',
    hint: 'Нажмите «НАЧАТЬ», чтобы приступить.',
    placeholder: 'Сообщение',
    commands: 'Команды',
    attach: 'Прикрепить фото или файлы',
    send: 'Отправить',
    down: 'К последнему сообщению',
    drop: 'Отпустите фото или файлы здесь',
    photos: (n) => (n === 1 ? 'Отправить фото' : `Отправить фото: ${n}`),
    files: (n) => (n === 1 ? 'Отправить файл' : `Отправить файлы: ${n}`),
    asFile: 'Отправить файлами, без сжатия',
    caption: 'Подпись',
    cancel: 'Отмена',
    people: 'Кто вы?',
    add: 'Новый человек…',
    addName: 'Имя нового человека',
    language: 'Язык',
    block: 'Заблокировать бота',
    today: 'Сегодня',
    yesterday: 'Вчера',
    copied: 'Скопировано',
    copy: 'Копировать',
    failed: 'Не получилось: ',
    noPicture: 'Эта картинка здесь не открывается, поэтому уйдёт файлом',
    close: 'Закрыть',
    save: 'Сохранить',
    photo: 'Фото',
  },
};

let language = 'en';

export function speak(code) {
  language = code.startsWith('ru') ? 'ru' : 'en';
  document.documentElement.lang = language;
}

export function words() {
  return WORDS[language];
}

export function locale() {
  return language;
}
