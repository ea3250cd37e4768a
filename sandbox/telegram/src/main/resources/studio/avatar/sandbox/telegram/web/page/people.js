import { byId, named } from './dom.js';
import { neighbour } from './focus.js';
import { PersonRow } from './person-row.js';
import { people } from './server.js';
import { wordsFor } from './words.js';

/** From so many people on there is a field to find one, and so many rows are drawn. */
const FIND_FROM = 8;
const DRAWN = 100;

/** How long to gather what is not known yet, in milliseconds. */
const AGAIN = 200;

/** What happens in a chat, and who here knows what to do. */
const HEARD = { message: 'message', deleted: 'deleted', action: 'action', read: 'read', person: 'changed' };

/** Everybody who has a chat: newest chat first, with what they have not read. */
export class People {
  constructor(desk) {
    this.desk = desk;
    this.known = new Map();
    this.rows = new Map();
    this.list = byId('people-list');
    this.find = byId('people-search');
    byId('people-add').addEventListener('click', () => desk.personSheet.add());
    byId('people-close').addEventListener('click', () => this.close());
    byId('veil').addEventListener('click', () => this.close());
    this.find.addEventListener('input', () => this.draw());
    byId('people').addEventListener('keydown', (event) => this.key(event));
  }

  /** Asks again, once for everything that made it necessary in the meantime. */
  reload() {
    this.asked ??= setTimeout(() => {
      this.asked = undefined;
      this.load().catch(() => {}); // no connection: everything is asked for when it comes back
    }, AGAIN);
  }

  async load() {
    const everybody = await people();
    this.known = new Map(everybody.map((person) => [person.id, person]));
    this.draw();
  }

  person(id) {
    return this.known.get(id);
  }

  /** An id nobody has. */
  free() {
    return Math.max(1000, ...this.known.keys()) + 1;
  }

  hear(name, id, content) {
    const person = this.known.get(id);
    if (!person) {
      this.reload();
    } else if (HEARD[name]) {
      this[HEARD[name]](person, content);
      this.draw();
    }
  }

  message(person, message) {
    person.busy = false;
    if (message.message_id >= (person.last?.message_id || 0)) {
      person.last = message;
    }
    if (message.from_bot && message.editions === 0 && !this.desk.panes.of(person.id)?.reads()) {
      person.unread += 1;
    }
  }

  action(person) {
    person.busy = true;
    clearTimeout(person.timer);
    person.timer = setTimeout(() => {
      person.busy = false;
      this.draw();
    }, 5000);
  }

  deleted(person, { deleted }) {
    if (person.last?.message_id === deleted) {
      this.reload();
    }
  }

  read(person, { unread }) {
    person.unread = unread;
  }

  changed(person, change) {
    Object.assign(person, change);
  }

  /** Draws once for everything that happened since the last picture. */
  draw() {
    this.wanted ??= requestAnimationFrame(() => {
      this.wanted = undefined;
      this.drawNow();
    });
  }

  drawNow() {
    const { panes } = this.desk;
    const words = wordsFor(panes.active?.person.language_code);
    this.label(words);
    const sought = this.find.value.trim().toLowerCase();
    const shown = this.sorted().filter((person) => person.first_name.toLowerCase().includes(sought)).slice(0, DRAWN);
    const held = document.activeElement;
    const rows = shown.map((person) => this.rowOf(person).show(person, panes, words));
    rows.forEach((row, index) => this.list.children[index] === row
      || this.list.insertBefore(row, this.list.children[index] || null));
    [...this.list.children].slice(rows.length).forEach((row) => row.remove());
    if (this.list.contains(held) && document.activeElement !== held) {
      held.focus();
    }
    this.count();
  }

  label(words) {
    byId('people-title').textContent = words.people;
    byId('people').setAttribute('aria-label', words.people);
    named(byId('people-add'), words.add);
    named(byId('people-close'), words.close);
    this.find.placeholder = words.find;
    this.find.setAttribute('aria-label', words.find);
    this.find.hidden = this.known.size < FIND_FROM;
    this.desk.label(words);
  }

  rowOf(person) {
    if (!this.rows.has(person.id)) {
      this.rows.set(person.id, new PersonRow(person.id, this));
    }
    return this.rows.get(person.id);
  }

  sorted() {
    return [...this.known.values()].sort((a, b) => (b.last?.message_id || 0) - (a.last?.message_id || 0) || a.id - b.id);
  }

  count() {
    const unread = [...this.known.values()].reduce((sum, person) => sum + person.unread, 0);
    const { panes } = this.desk;
    panes.each((pane) => {
      pane.elsewhere(unread - (this.known.get(pane.id)?.unread || 0));
      pane.parts['to-people'].setAttribute('aria-label', `${pane.words.people}, ${pane.words.unread(unread)}`);
    });
    document.title = `${unread ? `(${unread}) ` : ''}${panes.active?.bot?.first_name || 'Chat'}`;
  }

  /** The next or the previous person in the list. */
  step(by) {
    const order = this.sorted().map((person) => person.id);
    const next = order.indexOf(this.desk.panes.active.id) + by;
    this.choose(order[(next + order.length) % order.length]);
  }

  choose(id) {
    this.close();
    this.desk.panes.show(id);
  }

  beside(id) {
    this.close();
    this.desk.panes.beside(id);
  }

  key(event) {
    const next = neighbour([...this.list.querySelectorAll('.person-row')], document.activeElement, event.key);
    if (next && event.target !== this.find && !event.altKey) {
      event.preventDefault();
      next.focus();
    } else if (event.key === 'Escape') {
      this.close();
      this.desk.panes.active.focus();
    } else if (event.key === 'ArrowDown' && event.target === this.find) {
      this.focus();
    }
  }

  focus() {
    (this.list.querySelector('[aria-current]') || this.list.querySelector('.person-row'))?.focus();
  }

  open() {
    byId('app').classList.add('choosing');
    this.focus();
  }

  close() {
    byId('app').classList.remove('choosing');
  }
}
