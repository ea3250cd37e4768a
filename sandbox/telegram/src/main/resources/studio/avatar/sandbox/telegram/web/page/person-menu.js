import { element } from './dom.js';
import { neighbour } from './focus.js';

/** The menu behind a person's name: change them, block the bot, close their chat. */
export class PersonMenu {
  constructor(pane) {
    this.pane = pane;
    this.menu = pane.parts['person-menu'];
    this.opener = pane.parts.person;
    this.opener.addEventListener('click', () => (this.menu.hidden ? this.open() : this.close()));
    this.menu.addEventListener('keydown', (event) => this.key(event));
    this.menu.addEventListener('focusout', (event) => {
      if (!this.menu.contains(event.relatedTarget) && event.relatedTarget !== this.opener) {
        this.close();
      }
    });
  }

  label() {
    this.opener.setAttribute('aria-label', this.pane.person.first_name);
  }

  open() {
    const { desk, words, person, server } = this.pane;
    this.menu.setAttribute('aria-label', person.first_name);
    this.menu.replaceChildren(
      this.entry(words.edit, 'person-edit', () => desk.personSheet.edit(this.pane.person)),
      ...(desk.panes.several() ? [this.entry(words.leave, 'person-leave', () => desk.panes.close(this.pane))] : []),
      ...(person.blocked ? [] : [this.entry(words.block, 'block', () => block(server, this.pane), 'risky')]),
    );
    this.menu.hidden = false;
    this.opener.setAttribute('aria-expanded', 'true');
    this.menu.firstChild.focus();
  }

  close() {
    this.menu.hidden = true;
    this.opener.setAttribute('aria-expanded', 'false');
  }

  entry(words, testid, action, more = '') {
    const entry = element('button', `menu-entry ${more}`, words);
    entry.type = 'button';
    entry.tabIndex = -1;
    entry.dataset.testid = testid;
    entry.setAttribute('role', 'menuitem');
    entry.addEventListener('click', () => {
      this.close();
      action();
    });
    return entry;
  }

  key(event) {
    const next = neighbour([...this.menu.children], document.activeElement, event.key);
    if (next) {
      event.preventDefault();
      next.focus();
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      this.close();
      this.opener.focus();
    }
  }
}

function block(server, pane) {
  server.act('block', { blocked: true }).catch((error) => pane.failed(error));
}
