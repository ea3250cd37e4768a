import { byId, element, face } from './dom.js';
import { meet, people } from './server.js';
import { words } from './words.js';

const FIRST = { id: 1001, en: 'Alex', ru: 'Саша' };

/** The person the address names, or the one of last time, or the first; made known to the simulator if new. */
export async function whoIsHere() {
  const query = new URLSearchParams(location.search);
  const id = Number(query.get('person') || localStorage.getItem('person') || FIRST.id);
  const known = (await people()).find((person) => person.id === id);
  const language = query.get('lang') || known?.language_code || (navigator.language.startsWith('ru') ? 'ru' : 'en');
  const name = query.get('name') || known?.first_name || (id === FIRST.id ? FIRST[language] || FIRST.en : `Person ${id}`);
  localStorage.setItem('person', String(id));
  if (known && known.language_code === language && known.first_name === name) {
    return known;
  }
  return meet(id, name, language);
}

/** The menu behind the person's name: others, a new one, the language, the block. */
export class PersonMenu {
  constructor(hooks) {
    this.hooks = hooks;
    this.menu = byId('person-menu');
    byId('person').addEventListener('click', (event) => {
      event.stopPropagation();
      this.toggle();
    });
    document.addEventListener('click', (event) => {
      if (!event.target.closest('.person-menu')) {
        this.hide();
      }
    });
  }

  show(person) {
    this.person = person;
    byId('person-name').textContent = person.first_name;
    byId('person').setAttribute('aria-label', `${words().people} ${person.first_name}`);
    face(byId('person-face'), person.first_name, person.id);
  }

  hide() {
    this.menu.hidden = true;
    byId('person').setAttribute('aria-expanded', 'false');
  }

  async toggle() {
    if (!this.menu.hidden) {
      this.hide();
      return;
    }
    const everybody = await people();
    this.menu.replaceChildren(
      element('p', 'menu-title', words().people),
      ...everybody.map((person) => this.entry(person)),
      this.act(words().add, 'person-add', () => this.add(everybody)),
      element('p', 'menu-title', words().language),
      this.languages(),
      ...(this.person.blocked ? [] : [this.act(words().block, 'block', () => this.hooks.block(), 'risky')]),
    );
    this.menu.hidden = false;
    byId('person').setAttribute('aria-expanded', 'true');
  }

  entry(person) {
    const circle = element('span', 'face person-face');
    face(circle, person.first_name, person.id);
    const entry = this.act(person.first_name, 'person-entry', () => this.go(person.id));
    entry.prepend(circle);
    entry.classList.toggle('chosen', person.id === this.person.id);
    return entry;
  }

  languages() {
    const row = element('div', 'menu-row');
    [['en', 'English'], ['ru', 'Русский']].forEach(([code, name]) => {
      const entry = this.act(name, `language-${code}`, () => this.speak(code));
      entry.classList.toggle('chosen', this.person.language_code === code);
      row.append(entry);
    });
    return row;
  }

  act(label, testid, action, more = '') {
    const entry = element('button', `menu-entry ${more}`, element('span', 'menu-name', label));
    entry.type = 'button';
    entry.dataset.testid = testid;
    entry.addEventListener('click', () => {
      this.hide();
      action();
    });
    return entry;
  }

  async add(everybody) {
    const name = prompt(words().addName)?.trim();
    if (name) {
      const id = Math.max(FIRST.id, ...everybody.map((person) => person.id)) + 1;
      await meet(id, name, this.person.language_code);
      this.go(id);
    }
  }

  async speak(code) {
    await meet(this.person.id, this.person.first_name, code);
    this.go(this.person.id);
  }

  go(id) {
    location.href = `/?person=${id}`;
  }
}
