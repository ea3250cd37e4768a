import { walkKeys } from './arrows.js';
import { Composer } from './composer.js';
import { badge, byId, element, partsOf } from './dom.js';
import { face, toneOf } from './face.js';
import { takeFiles } from './intake.js';
import { Keyboards } from './keyboard.js';
import { MessageView } from './message.js';
import { label } from './naming.js';
import { PersonMenu } from './person-menu.js';
import { Server } from './server.js';
import { PAGE, Talk } from './talk.js';
import { toast } from './toast.js';
import { wordsFor } from './words.js';

/** How long Telegram shows a chat action, in milliseconds. */
const ACTION_SHOWN = 5000;

/** How long the reader may take before the simulator is told what was read, in milliseconds. */
const READ_AFTER = 150;

/** What happens in a chat, and who here knows what to do. */
const HEARD = {
  message: 'message', deleted: 'deleted', action: 'action', answered: 'answered', commands: 'commands', person: 'changed',
};

/** One person's client: their chat with the bot, in their language, knowing nothing of the others. */
export class Pane {
  constructor(person, desk) {
    this.id = person.id;
    this.person = person;
    this.desk = desk;
    this.words = wordsFor(person.language_code);
    this.server = new Server(person.id);
    this.root = byId('pane').content.firstElementChild.cloneNode(true);
    this.root.dataset.person = person.id;
    this.parts = partsOf(this.root);
    this.read = 0;
    this.turn = 0;
    this.keyboards = new Keyboards(this);
    this.talk = new Talk(this, new MessageView(this, this.keyboards));
    this.composer = new Composer(this);
    this.menu = new PersonMenu(this);
    takeFiles(this);
    this.label();
    this.parts.talk.addEventListener('keydown', (event) => walkKeys(event, this.parts.talk, () => this.focus()));
  }

  label() {
    const { parts, words } = this;
    label(parts, words, {
      lost: 'lost', older: 'older', 'empty-hint': 'hint', 'drop-photos': 'dropPhotos', 'drop-files': 'dropFiles',
    });
    parts.room.setAttribute('aria-label', words.conversation);
    parts.talk.setAttribute('aria-label', words.conversation);
    this.root.lang = words.locale;
    this.showPerson();
  }

  /** Fetches the chat; what happens meanwhile is kept and put on top. Of several fetches the last one counts. */
  async load() {
    const turn = ++this.turn;
    this.early ??= [];
    const chat = await this.server.chat(PAGE).catch((error) => this.failed(error));
    if (turn === this.turn) {
      if (chat) {
        this.show(chat);
      }
      const { early } = this;
      this.early = null;
      early.forEach(([name, content]) => this.hear(name, content));
    }
  }

  show({ bot, person, commands, messages, more }) {
    this.bot = bot;
    this.person = person;
    const { parts } = this;
    parts['bot-name'].textContent = bot.first_name;
    parts['empty-name'].textContent = bot.first_name;
    this.root.setAttribute('aria-label', `${person.first_name}, ${bot.first_name}`);
    face(parts['bot-face'], bot.first_name, bot.id % 6);
    face(parts['empty-face'], bot.first_name, bot.id % 6);
    this.linked(true);
    this.showPerson();
    this.composer.menu.set(commands);
    this.talk.replaceAll(messages, more);
    this.refresh();
  }

  hear(name, content) {
    if (this.early) {
      this.early.push([name, content]);
    } else if (HEARD[name]) {
      this[HEARD[name]](content);
    }
  }

  message(fresh) {
    if (fresh.from_bot) {
      this.idle();
    }
    this.talk.put(fresh);
    this.refresh();
  }

  deleted(gone) {
    this.talk.remove(gone.deleted);
    this.refresh();
  }

  action({ action: name }) {
    const { status } = this.parts;
    status.textContent = this.words[name] || this.words.busy;
    status.append(element('span', 'dots', element('i'), element('i'), element('i')));
    status.classList.add('lively');
    clearTimeout(this.actionTimer);
    this.actionTimer = setTimeout(() => this.idle(), ACTION_SHOWN);
  }

  answered(answer) {
    this.keyboards.answered(answer.query_id);
    if (answer.text && answer.alert) {
      this.desk.alert(answer.text);
    } else if (answer.text) {
      this.tell(answer.text);
    }
  }

  commands(list) {
    this.composer.menu.set(list);
  }

  changed(person) {
    this.person = { ...this.person, ...person };
    if (wordsFor(this.person.language_code) !== this.words) {
      this.desk.panes.renew(this.id);
      return;
    }
    this.showPerson();
    this.refresh();
  }

  showPerson() {
    this.parts['person-name'].textContent = this.person.first_name;
    face(this.parts['person-face'], this.person.first_name, toneOf(this.id));
    this.menu.label();
  }

  idle() {
    clearTimeout(this.actionTimer);
    this.parts.status.textContent = this.words.bot;
    this.parts.status.classList.remove('lively');
  }

  linked(linked) {
    if (linked && !this.parts.lost.hidden) {
      this.tell(this.words.back);
    }
    this.parts.lost.hidden = linked;
    if (linked) {
      this.idle();
    } else {
      this.parts.status.textContent = this.words.connecting;
    }
  }

  /** Offers the one thing the person can do now; whoever was writing goes on from there. */
  refresh() {
    const empty = this.talk.messages.size === 0;
    const usual = empty ? 'start' : 'compose';
    const writing = document.activeElement === document.body || Boolean(document.activeElement.closest('.foot'));
    this.parts.empty.hidden = !empty;
    if (this.composer.offer(this.person.blocked ? 'unblock' : usual) && writing && this.desk.panes.active === this) {
      this.settle();
    }
  }

  /** Tells the simulator, once, how far the person has read. */
  seen() {
    const newest = this.talk.newest();
    if (newest <= this.read || !this.reads()) {
      return;
    }
    this.read = newest;
    clearTimeout(this.readTimer);
    this.readTimer = setTimeout(() => this.server.act('read', { message: newest }).catch(() => {
      this.read = 0;
    }), READ_AFTER);
  }

  /** Whether the person sees the newest message now. */
  reads() {
    return document.visibilityState === 'visible' && this.talk.follow && this.root.offsetParent !== null;
  }

  /** Says something; false, and words why, when it did not get through. */
  async say(text) {
    try {
      await this.server.act('text', { text });
      return true;
    } catch (error) {
      this.failed(error);
      return false;
    }
  }

  start() {
    this.say(this.desk.startText());
  }

  async unblock() {
    try {
      await this.server.act('block', { blocked: false });
      this.say('/start');
    } catch (error) {
      this.failed(error);
    }
  }

  view(messageId) {
    this.desk.viewer.open(this, messageId);
  }

  pay(message) {
    this.desk.payment.open(this, message.invoice, { message: message.message_id });
  }

  async payLink(link) {
    try {
      this.desk.payment.open(this, await this.server.invoice(link), { link });
    } catch (error) {
      this.failed(error);
    }
  }

  copy(text) {
    navigator.clipboard?.writeText(text).then(() => this.tell(this.words.copied), (error) => this.failed(error));
  }

  tell(text) {
    toast(this.parts.toasts, text);
  }

  failed(error) {
    this.tell(this.words.failed + (error instanceof TypeError ? this.words.noConnection : error.message));
  }

  elsewhere(unread) {
    badge(this.parts.elsewhere, unread);
  }

  focus() {
    const { text, start, unblock } = this.parts;
    [text, start, unblock].find((part) => part.offsetParent)?.focus({ preventScroll: true });
  }

  /** Takes the focus by itself, but not where that would bring up a keyboard on the screen. */
  settle() {
    if (!matchMedia('(pointer: coarse)').matches) {
      this.focus();
    }
  }

  close() {
    this.talk.close();
    this.root.remove();
  }
}
