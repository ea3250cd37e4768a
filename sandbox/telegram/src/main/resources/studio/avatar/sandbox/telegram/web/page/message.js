import { element, fileAddress, icon, size } from './dom.js';
import { formatted } from './text.js';
import { locale, words } from './words.js';

const TICKS = 'M1.500 12.500l5 5L16.500 7M11 16.500l1 1L22.500 7';
const FILE = 'M12 5v10M7.500 11l4.500 4.500 4.500-4.500M6 19h12';

/** Draws one bubble: a message, or the messages of one album. */
export class MessageView {
  constructor(keyboards, hooks) {
    this.keyboards = keyboards;
    this.hooks = hooks;
  }

  draw(messages, kept) {
    const first = messages[0];
    const row = element('article', first.from_bot ? 'row theirs' : 'row mine');
    row.dataset.testid = 'message';
    row.dataset.side = first.from_bot ? 'bot' : 'person';
    row.dataset.messageId = first.message_id;
    const bubble = element('div', 'bubble');
    const media = this.media(messages, kept);
    const texts = messages.filter((message) => message.text || message.caption).map((message) => this.text(message));
    const above = first.show_caption_above_media;
    bubble.append(...(above ? [...texts, media] : [media, ...texts]).filter(Boolean));
    bubble.append(this.stamp(messages.at(-1)));
    bubble.classList.toggle('bare', Boolean(first.photo) && texts.length === 0);
    bubble.classList.toggle('with-photo', Boolean(first.photo));
    const keyboard = this.keyboards.draw(messages.at(-1));
    const stack = element('div', 'stack', bubble, ...(keyboard ? [keyboard] : []));
    if (first.photo && messages.length === 1) {
      stack.style.setProperty('--photo', `${photoWidth(first.photo.at(-1), keyboard ? 290 : texts.length && 230)}px`);
    }
    row.append(stack);
    return row;
  }

  text(message) {
    const text = element('div', 'words');
    text.dataset.testid = 'message-text';
    text.dir = 'auto';
    text.append(formatted(message.text || message.caption, message.entities || message.caption_entities, this.hooks));
    return text;
  }

  media(messages, kept) {
    if (messages[0].photo) {
      return messages.length > 1 ? this.album(messages, kept) : this.photo(messages[0], kept);
    }
    if (messages[0].document) {
      return element('div', 'documents', ...messages.map((message) => this.document(message)));
    }
    return null;
  }

  album(messages, kept) {
    const grid = element('div', `album album-${messages.length}`);
    grid.dataset.testid = 'album';
    grid.append(...messages.map((message) => this.photo(message, kept)));
    return grid;
  }

  photo(message, kept) {
    const largest = message.photo.at(-1);
    const frame = element('button', 'photo', kept.get(largest.file_id) || picture(largest));
    frame.type = 'button';
    frame.dataset.testid = 'photo';
    frame.dataset.messageId = message.message_id;
    frame.setAttribute('aria-label', words().photo);
    frame.style.setProperty('--ratio', String(largest.width / largest.height));
    frame.addEventListener('click', () => this.hooks.open(message.message_id));
    return frame;
  }

  document(message) {
    const { file_id: fileId, file_name: name, file_size: bytes } = message.document;
    const anchor = element('a', 'document', element('span', 'document-sign', icon(FILE)),
      element('span', 'document-text', element('span', 'document-name', name || 'file'),
        element('span', 'document-size', size(bytes))));
    anchor.href = fileAddress(fileId);
    anchor.download = name || 'file';
    anchor.dataset.testid = 'document';
    return anchor;
  }

  stamp(message) {
    const date = new Date(message.date * 1000);
    const time = element('time', '', date.toLocaleTimeString(locale(), { hour: '2-digit', minute: '2-digit', hour12: false }));
    time.dateTime = date.toISOString();
    const stamp = element('span', 'stamp', time);
    if (!message.from_bot) {
      stamp.append(icon(TICKS, 'ticks'));
    }
    return stamp;
  }
}

/** As wide as the picture's own shape allows within 420 × 440, wide enough for words and buttons under it. */
function photoWidth(photo, least) {
  const shaped = Math.min(420, photo.width, (440 * photo.width) / photo.height);
  return Math.round(Math.max(least || 110, shaped)) + 6;
}

function picture(photo) {
  const image = element('img');
  image.width = photo.width;
  image.height = photo.height;
  image.decoding = 'async';
  image.alt = '';
  image.dataset.file = photo.file_id;
  image.src = fileAddress(photo.file_id);
  return image;
}
