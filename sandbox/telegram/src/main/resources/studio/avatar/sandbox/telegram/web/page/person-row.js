import { badge, element, icon, named } from './dom.js';
import { face, toneOf } from './face.js';
import { serviceWords, timeOf } from './groups.js';

const BESIDE = 'M4 5h7v14H4zM13 5h7v14h-7z';

/** One person in the list of people. */
export class PersonRow {
  constructor(id, people) {
    this.face = element('span', 'face row-face');
    this.name = element('span', 'row-name');
    this.time = element('span', 'row-time');
    this.preview = element('span', 'row-preview');
    this.unread = element('span', 'badge');
    this.button = element('button', 'person-row', this.face,
      element('span', 'row-text', this.name, this.time, this.preview, this.unread));
    this.button.type = 'button';
    this.button.dataset.testid = 'person-entry';
    this.button.dataset.person = id;
    this.button.addEventListener('click', (event) => (event.ctrlKey || event.metaKey || event.shiftKey
      ? people.beside(id) : people.choose(id)));
    this.button.addEventListener('keydown', (event) => event.key === 'ArrowRight' && this.beside.focus());
    this.beside = element('button', 'row-beside', icon(BESIDE));
    this.beside.type = 'button';
    this.beside.dataset.testid = 'person-beside';
    this.beside.addEventListener('click', () => people.beside(id));
    this.beside.addEventListener('keydown', (event) => event.key === 'ArrowLeft' && this.button.focus());
    this.item = element('li', 'people-item', this.button, this.beside);
    this.face.setAttribute('aria-hidden', 'true');
    this.name.dir = 'auto';
    this.preview.dir = 'auto';
  }

  show(person, panes, words) {
    face(this.face, person.first_name, toneOf(person.id));
    this.name.textContent = person.first_name;
    this.time.textContent = person.last ? timeOf(person.last, words) : '';
    this.preview.textContent = person.busy ? `${words.busy}…` : preview(person.last, words);
    this.preview.classList.toggle('lively', Boolean(person.busy));
    badge(this.unread, person.unread);
    this.unread.setAttribute('aria-label', words.unread(person.unread));
    named(this.beside, words.besideWhom(person.first_name));
    const open = panes.of(person.id);
    this.beside.hidden = Boolean(open);
    this.item.classList.toggle('open', Boolean(open));
    this.mark(panes.active?.id === person.id);
    return this.item;
  }

  /** The Tab key stops at the current person only; arrow keys go to the others. */
  mark(current) {
    this.button.tabIndex = current ? 0 : -1;
    this.beside.tabIndex = -1;
    if (current) {
      this.button.setAttribute('aria-current', 'true');
    } else {
      this.button.removeAttribute('aria-current');
    }
  }
}

/** The newest message in one line. */
function preview(message, words) {
  if (!message) {
    return words.noMessages;
  }
  if (message.successful_payment || message.refunded_payment) {
    return serviceWords(message, words);
  }
  const kind = (message.photo && words.photo) || (message.document && (message.document.file_name || words.file))
    || (message.invoice && `${words.invoice}: ${message.invoice.title}`) || words.unsupported;
  const text = message.text || message.caption || kind;
  return (message.from_bot ? '' : `${words.you}: `) + text.slice(0, 120).replace(/\s+/g, ' ');
}
