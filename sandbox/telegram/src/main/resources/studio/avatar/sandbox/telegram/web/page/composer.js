import { byId, element } from './dom.js';
import { words } from './words.js';

/** The text box, the command menu and the big buttons that stand in its place. */
export class Composer {
  constructor(hooks) {
    this.hooks = hooks;
    this.commands = [];
    this.text = byId('text');
    this.menu = byId('command-menu');
    this.text.addEventListener('input', () => this.typed());
    this.text.addEventListener('keydown', (event) => this.key(event));
    byId('compose').addEventListener('submit', (event) => {
      event.preventDefault();
      this.send();
    });
    byId('command-button').addEventListener('click', () => this.toggleMenu());
    byId('start').addEventListener('click', () => hooks.start());
    byId('unblock').addEventListener('click', () => hooks.unblock());
    document.addEventListener('click', (event) => {
      if (!event.target.closest('.foot')) {
        this.menu.hidden = true;
      }
    });
  }

  label() {
    this.text.placeholder = words().placeholder;
    this.text.setAttribute('aria-label', words().placeholder);
    [['command-button', 'commands'], ['attach-button', 'attach'], ['send', 'send'], ['down', 'down']].forEach(
      ([id, word]) => {
        byId(id).title = words()[word];
        byId(id).setAttribute('aria-label', words()[word]);
      });
    byId('start').textContent = words().start;
    byId('unblock').textContent = words().unblock;
  }

  /** Shows the one thing a person can do now. */
  offer(what) {
    byId('compose').hidden = what !== 'compose';
    byId('start').hidden = what !== 'start';
    byId('unblock').hidden = what !== 'unblock';
  }

  setCommands(commands) {
    this.commands = commands;
    byId('command-button').hidden = commands.length === 0;
  }

  typed() {
    this.text.style.height = 'auto';
    this.text.style.height = `${Math.min(this.text.scrollHeight, 180)}px`;
    byId('compose').classList.toggle('full', this.text.value.trim() !== '');
    const start = /^\/(\w*)$/.exec(this.text.value);
    this.offerCommands(start ? this.commands.filter((one) => one.command.startsWith(start[1])) : []);
  }

  toggleMenu() {
    this.offerCommands(this.menu.hidden ? this.commands : []);
  }

  offerCommands(commands) {
    this.menu.replaceChildren(...commands.map((one, index) => {
      const entry = element('button', 'menu-entry', element('span', 'menu-name', `/${one.command}`),
        element('span', 'menu-more', one.description));
      entry.type = 'button';
      entry.classList.toggle('chosen', index === 0);
      entry.addEventListener('click', () => this.choose(`/${one.command}`));
      return entry;
    }));
    this.menu.hidden = commands.length === 0;
  }

  choose(command) {
    this.menu.hidden = true;
    this.clear();
    this.hooks.send(command);
  }

  key(event) {
    const entries = [...this.menu.children];
    const chosen = entries.findIndex((entry) => entry.classList.contains('chosen'));
    if (!this.menu.hidden && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      const next = (chosen + (event.key === 'ArrowDown' ? 1 : entries.length - 1)) % entries.length;
      entries.forEach((entry, index) => entry.classList.toggle('chosen', index === next));
      entries[next].scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Escape') {
      this.menu.hidden = true;
    } else if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      if (!this.menu.hidden && chosen >= 0) {
        entries[chosen].click();
      } else {
        this.send();
      }
    }
  }

  send() {
    const text = this.text.value.trim();
    if (text) {
      this.clear();
      this.hooks.send(text);
    }
  }

  clear() {
    this.text.value = '';
    this.typed();
    this.text.focus({ preventScroll: true });
  }
}
