import { byId, element } from './dom.js';
import { locale, words } from './words.js';

/** How far from the end still counts as being at the end, in pixels. */
const NEAR = 140;

/** The list of messages: keeps every bubble that did not change, and the place where the reader is. */
export class Talk {
  constructor(view) {
    this.view = view;
    this.messages = new Map();
    this.drawn = new Map();
    this.room = byId('room');
    this.list = byId('talk');
    this.unread = 0;
    this.room.addEventListener('scroll', () => this.scrolled());
    byId('down').addEventListener('click', () => this.toEnd(true));
    new ResizeObserver(() => this.follow && this.toEnd(false)).observe(this.list);
    this.follow = true;
  }

  replaceAll(messages) {
    this.messages = new Map(messages.map((message) => [message.message_id, message]));
    this.draw();
    this.toEnd(false);
  }

  put(message) {
    const fresh = !this.messages.has(message.message_id);
    const own = fresh && !message.from_bot;
    const wasAtEnd = this.follow; // asked before a tall picture moves the end away
    this.messages.set(message.message_id, message);
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

  sorted() {
    return [...this.messages.values()].sort((a, b) => a.message_id - b.message_id);
  }

  draw() {
    const groups = grouped(this.sorted());
    const kept = new Map([...this.list.querySelectorAll('img[data-file]')].map((image) => [image.dataset.file, image]));
    const next = new Map();
    const rows = groups.map((group) => {
      const key = group.day || group.key;
      const signature = JSON.stringify(group.messages || key) + locale();
      const old = this.drawn.get(key);
      const row = old?.signature === signature ? old.row : this.make(group, kept);
      row.classList.toggle('tail', Boolean(group.tail));
      next.set(key, { signature, row });
      return row;
    });
    this.drawn = next;
    place(this.list, rows);
  }

  make(group, kept) {
    return group.day ? element('div', 'day', element('span', '', dayName(group.day))) : this.view.draw(group.messages, kept);
  }

  scrolled() {
    this.follow = this.room.scrollHeight - this.room.scrollTop - this.room.clientHeight < NEAR;
    this.unread = this.follow ? 0 : this.unread;
    byId('down').hidden = this.follow;
    byId('down-count').hidden = this.unread === 0;
    byId('down-count').textContent = String(this.unread);
  }

  toEnd(smooth) {
    this.follow = true;
    this.room.scrollTo({ top: this.room.scrollHeight, behavior: smooth ? 'smooth' : 'instant' });
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

function grouped(messages) {
  const groups = [];
  let day = '';
  messages.forEach((message) => {
    const today = new Date(message.date * 1000).toDateString();
    if (today !== day) {
      groups.push({ day: today });
      day = today;
    }
    const last = groups.at(-1);
    if (message.media_group_id && last.messages?.[0].media_group_id === message.media_group_id) {
      last.messages.push(message);
    } else {
      groups.push({ key: `m${message.message_id}`, messages: [message] });
    }
  });
  groups.forEach((group, index) => {
    const following = groups[index + 1]?.messages?.[0];
    group.tail = group.messages && following?.from_bot !== group.messages[0].from_bot;
  });
  return groups;
}

function dayName(day) {
  const date = new Date(day);
  const away = Math.round((new Date(new Date().toDateString()) - date) / 86_400_000);
  if (away < 2) {
    return away === 0 ? words().today : words().yesterday;
  }
  return date.toLocaleDateString(locale(), { day: 'numeric', month: 'long', year: away > 300 ? 'numeric' : undefined });
}
