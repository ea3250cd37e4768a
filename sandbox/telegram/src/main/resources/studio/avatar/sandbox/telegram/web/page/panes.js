import { byId } from './dom.js';
import { remember } from './memory.js';
import { Pane } from './pane.js';

/** More than these beside each other cannot be read. */
const MOST = 3;

/** The chats that stand beside each other, named in the address of the page so that it can be opened again. */
export class Panes {
  constructor(desk) {
    this.desk = desk;
    this.place = byId('panes');
    this.open = [];
    addEventListener('popstate', () => this.followAddress());
    document.addEventListener('visibilitychange', () => this.each((pane) => pane.talk.follow && pane.seen()));
  }

  /** Shows the people with these ids, and only them. */
  set(ids, active = ids[0]) {
    const kept = ids.map((id) => this.of(id) || this.make(id));
    this.open.filter((pane) => !kept.includes(pane)).forEach((pane) => pane.close());
    this.open = kept;
    kept.forEach((pane, index) => {
      if (this.place.children[index] !== pane.root) {
        this.place.insertBefore(pane.root, this.place.children[index] || null);
      }
    });
    this.place.dataset.count = kept.length;
    this.activate(this.of(active) || kept[0]);
    this.each((pane) => pane.talk.follow && pane.seen());
  }

  make(id) {
    const pane = new Pane(this.desk.people.person(id), this.desk);
    ['focusin', 'pointerdown'].forEach((name) => pane.root.addEventListener(name, () => this.activate(pane)));
    pane.parts['to-people'].addEventListener('click', () => this.desk.people.open());
    pane.load();
    return pane;
  }

  /** In the place of the chat that is used now. */
  show(id) {
    this.change(this.of(id) ? this.ids() : this.ids().map((open) => (open === this.active.id ? id : open)), id);
  }

  beside(id) {
    const others = this.ids().filter((open) => open !== id);
    this.change([...others.slice(0, MOST - 1), id], id);
  }

  close(pane) {
    this.change(this.ids().filter((id) => id !== pane.id));
  }

  /** Begins the chat anew, in the language the person has now. */
  renew(id) {
    const ids = this.ids();
    const place = this.open.indexOf(this.of(id));
    this.open.splice(place, 1)[0].close();
    this.set(ids, this.active.id);
    this.active.settle();
  }

  change(ids, active) {
    this.set(ids, active);
    history.pushState(null, '', `/?person=${ids.join(',')}`);
    this.active.settle();
  }

  followAddress() {
    const ids = idsOf(new URLSearchParams(location.search).get('person')).filter((id) => this.desk.people.person(id));
    if (ids.length) {
      this.set(ids);
    }
  }

  activate(pane) {
    if (pane && this.active !== pane) {
      this.active = pane;
      this.open.forEach((open) => open.root.classList.toggle('active', open === pane));
      document.documentElement.lang = pane.words.locale;
      remember('person', String(pane.id));
      this.desk.people.draw();
    }
  }

  of(id) {
    return this.open.find((pane) => pane.id === id);
  }

  ids() {
    return this.open.map((pane) => pane.id);
  }

  several() {
    return this.open.length > 1;
  }

  each(action) {
    this.open.forEach(action);
  }
}

/** Ids in an address, such as `7,8`. */
export function idsOf(text) {
  return [...new Set((text || '').split(',').map(Number).filter((id) => Number.isSafeInteger(id) && id > 0))].slice(0, MOST);
}
