import { holdFocus } from './focus.js';
import { dayName, grouped } from './groups.js';
import { badge, element } from './dom.js';

/** How far from the end still counts as being at the end, in pixels. */
const NEAR = 140;

/** How many messages come at a time, and how many are kept while nobody looks further back. */
export const PAGE = 60;
const KEPT = 240;

/**
 * The list of messages: keeps every bubble that did not change, the place where the reader is and what has the focus.
 * Older messages come when the reader scrolls to the top, and go again at the end.
 */
export class Talk {
  constructor(pane, view) {
    this.pane = pane;
    this.view = view;
    this.messages = new Map();
    this.drawn = new Map();
    this.more = false;
    this.unread = 0;
    this.follow = true;
    const { room, talk, down } = pane.parts;
    this.room = room;
    this.list = talk;
    this.room.addEventListener('scroll', () => this.scrolled(), { passive: true });
    down.addEventListener('click', () => this.toEnd(true));
    this.watch = new ResizeObserver(() => this.follow && this.toEnd(false));
    this.watch.observe(this.list);
    this.watch.observe(this.room);
  }

  replaceAll(messages, more) {
    this.messages = new Map(messages.map((message) => [message.message_id, message]));
    this.more = more;
    this.draw();
    this.toEnd(false);
  }

  put(message) {
    const known = this.messages.get(message.message_id);
    if (known ? known.editions > message.editions : this.more && message.message_id < this.oldest()) {
      return; // told late, or of a message that is not loaded
    }
    const fresh = !known;
    const own = fresh && !message.from_bot;
    const wasAtEnd = this.follow; // asked before a tall picture moves the end away
    this.messages.set(message.message_id, message);
    this.forget(wasAtEnd);
    this.draw();
    if (own || wasAtEnd) {
      this.toEnd(own);
    } else {
      this.unread += fresh ? 1 : 0;
      this.scrolled();
    }
  }

  remove(messageId) {
    this.messages.delete(messageId);
    this.draw();
  }

  photos() {
    return this.sorted().filter((message) => message.photo);
  }

  newest() {
    return Math.max(0, ...this.messages.keys());
  }

  oldest() {
    return Math.min(Infinity, ...this.messages.keys());
  }

  sorted() {
    return [...this.messages.values()].sort((a, b) => a.message_id - b.message_id);
  }

  draw() {
    const { words } = this.pane;
    const held = holdFocus(this.list);
    const kept = new Map([...this.list.querySelectorAll('img[data-file]')].map((image) => [image.dataset.file, image]));
    const next = new Map();
    const rows = grouped(this.sorted()).map((group) => {
      const key = group.day || group.key;
      const signature = JSON.stringify(group.messages || dayName(group.day, words));
      const old = this.drawn.get(key);
      const row = old?.signature === signature ? old.row : this.make(group, kept);
      row.classList.toggle('tail', Boolean(group.tail));
      next.set(key, { signature, row });
      return row;
    });
    this.drawn = next;
    place(this.list, rows);
    held(this.pane.parts.text);
  }

  make(group, kept) {
    return group.day ? element('div', 'day', element('span', '', dayName(group.day, this.pane.words)))
      : this.view.draw(group.messages, kept);
  }

  scrolled() {
    const { down, 'down-count': count } = this.pane.parts;
    this.follow = this.room.scrollHeight - this.room.scrollTop - this.room.clientHeight < NEAR;
    this.unread = this.follow ? 0 : this.unread;
    down.hidden = this.follow;
    badge(count, this.unread);
    if (this.follow) {
      this.pane.seen();
    }
    if (this.room.scrollTop < NEAR && this.more) {
      this.loadOlder();
    }
  }

  async loadOlder() {
    if (this.loading || !this.messages.size) {
      return;
    }
    this.loading = true;
    this.pane.parts.older.hidden = false;
    try {
      const page = await this.pane.server.chat(PAGE, this.oldest());
      const fromEnd = this.room.scrollHeight - this.room.scrollTop;
      page.messages.forEach((message) => this.messages.set(message.message_id, message));
      this.more = page.more;
      this.draw();
      this.room.scrollTop = this.room.scrollHeight - fromEnd;
    } catch (error) {
      this.pane.failed(error);
    } finally {
      this.loading = false;
      this.pane.parts.older.hidden = true;
    }
  }

  forget(atEnd) {
    if (atEnd && this.messages.size > KEPT) {
      this.messages = new Map(this.sorted().slice(-PAGE * 2).map((message) => [message.message_id, message]));
      this.more = true;
    }
  }

  toEnd(smooth) {
    this.follow = true;
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.room.scrollTo({ top: this.room.scrollHeight, behavior: smooth && !calm ? 'smooth' : 'instant' });
    this.pane.seen();
  }

  close() {
    this.watch.disconnect();
  }
}

/** Puts rows in order while touching only what has moved. */
function place(list, rows) {
  const wanted = new Set(rows);
  [...list.children].filter((row) => !wanted.has(row)).forEach((row) => row.remove());
  rows.forEach((row, index) => {
    if (list.children[index] !== row) {
      list.insertBefore(row, list.children[index] || null);
    }
  });
}
