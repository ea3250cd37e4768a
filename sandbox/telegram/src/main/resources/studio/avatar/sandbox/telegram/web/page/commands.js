import { element } from './dom.js';

let menus = 0;

/** The bot's commands over the text box: all behind the menu button, those that fit while a slash is typed. */
export class CommandMenu {
  constructor(pane, choose) {
    this.parts = pane.parts;
    this.choose = choose;
    this.commands = [];
    this.menu = pane.parts['command-menu'];
    this.menu.id = `commands-${++menus}`;
    this.menu.setAttribute('aria-label', pane.words.commands);
    pane.parts.text.setAttribute('aria-controls', this.menu.id);
    pane.parts['command-button'].addEventListener('click', () => {
      this.offer(this.menu.hidden ? this.commands : []);
      pane.parts.text.focus();
    });
    pane.root.addEventListener('click', (event) => event.target.closest('.foot') || this.offer([]));
  }

  set(commands) {
    this.commands = commands;
    this.parts['command-button'].hidden = commands.length === 0;
  }

  typed(text) {
    const start = /^\/(\w*)$/.exec(text);
    this.offer(start ? this.commands.filter((one) => one.command.startsWith(start[1])) : []);
  }

  offer(commands) {
    this.menu.replaceChildren(...commands.map((one, index) => this.entry(one, index)));
    this.menu.hidden = commands.length === 0;
    this.parts['command-button'].setAttribute('aria-expanded', String(commands.length > 0));
    this.mark(0);
  }

  entry({ command, description }, index) {
    const more = element('span', 'menu-more', description);
    const entry = element('div', 'menu-entry', element('span', 'menu-name', `/${command}`), more);
    entry.id = `${this.menu.id}-${index}`;
    entry.setAttribute('role', 'option');
    more.dir = 'auto';
    entry.addEventListener('click', () => this.take(`/${command}`));
    return entry;
  }

  /** Takes the keys that belong to an open menu; true when it took this one. */
  key(event) {
    const moves = { ArrowDown: 1, ArrowUp: -1 };
    if (this.menu.hidden || !(event.key in moves || ['Enter', 'Tab', 'Escape'].includes(event.key)) || event.shiftKey) {
      return false;
    }
    event.preventDefault();
    event.stopPropagation();
    if (event.key in moves) {
      const count = this.menu.children.length;
      this.mark((this.at + moves[event.key] + count) % count);
    } else if (event.key === 'Escape') {
      this.offer([]);
    } else {
      this.menu.children[this.at].click();
    }
    return true;
  }

  mark(at) {
    this.at = at;
    [...this.menu.children].forEach((entry, index) => {
      entry.classList.toggle('chosen', index === at);
      entry.setAttribute('aria-selected', String(index === at));
    });
    const chosen = this.menu.children[at];
    chosen?.scrollIntoView({ block: 'nearest' });
    if (chosen) {
      this.parts.text.setAttribute('aria-activedescendant', chosen.id);
    } else {
      this.parts.text.removeAttribute('aria-activedescendant');
    }
  }

  take(command) {
    this.offer([]);
    this.choose(command);
  }
}
