import { newestKeys } from './arrows.js';
import { CommandMenu } from './commands.js';
import { label, named } from './naming.js';

/** What was typed and not sent, by person, while they look at other chats. */
const drafts = new Map();

/** The text box, and the big buttons that stand in its place. */
export class Composer {
  constructor(pane) {
    this.pane = pane;
    this.text = pane.parts.text;
    this.menu = new CommandMenu(pane, (command) => this.command(command));
    this.text.addEventListener('input', () => this.typed());
    this.text.addEventListener('keydown', (event) => this.key(event));
    pane.parts.compose.addEventListener('submit', (event) => {
      event.preventDefault();
      this.send();
    });
    pane.parts.start.addEventListener('click', () => pane.start());
    pane.parts.unblock.addEventListener('click', () => pane.unblock());
    this.name();
    this.text.value = drafts.get(pane.id) || '';
    requestAnimationFrame(() => this.fit());
  }

  name() {
    const { parts, words } = this.pane;
    this.text.placeholder = words.placeholder;
    this.text.setAttribute('aria-label', words.placeholder);
    named(parts, words, { 'command-button': 'commands', 'attach-button': 'attach', send: 'send', down: 'down' });
    label(parts, words, { start: 'start', unblock: 'unblock' });
  }

  /** Shows the one thing a person can do now; true when it is another one than before. */
  offer(what) {
    const { parts } = this.pane;
    const other = parts[what].hidden;
    ['compose', 'start', 'unblock'].forEach((part) => {
      parts[part].hidden = part !== what;
    });
    return other;
  }

  typed() {
    drafts.set(this.pane.id, this.text.value);
    this.fit();
    this.menu.typed(this.text.value);
  }

  fit() {
    this.text.style.height = 'auto';
    this.text.style.height = `${Math.min(this.text.scrollHeight, 180)}px`;
    this.pane.parts.compose.classList.toggle('full', this.text.value.trim() !== '');
  }

  key(event) {
    if (event.isComposing || this.menu.key(event)) {
      return;
    }
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      this.send();
    } else if (event.key === 'ArrowUp' && !event.altKey && this.text.value === '') {
      event.preventDefault();
      newestKeys(this.pane.parts.talk);
    } else if (event.key === 'PageUp' || event.key === 'PageDown') {
      event.preventDefault();
      const { room } = this.pane.parts;
      room.scrollBy({ top: (event.key === 'PageUp' ? -0.9 : 0.9) * room.clientHeight });
    }
  }

  send() {
    const text = this.text.value.trim();
    if (text) {
      this.say(text);
    }
  }

  /** A command chosen from the menu; only a half-typed one gives way to it. */
  command(command) {
    if (this.text.value.startsWith('/')) {
      this.say(command);
    } else {
      this.pane.say(command);
    }
  }

  /** Says it; what did not get through comes back into the box. */
  async say(text) {
    this.fill('');
    this.text.focus({ preventScroll: true });
    if (!await this.pane.say(text) && this.text.value === '') {
      this.fill(text);
    }
  }

  fill(text) {
    this.text.value = text;
    this.typed();
  }
}
