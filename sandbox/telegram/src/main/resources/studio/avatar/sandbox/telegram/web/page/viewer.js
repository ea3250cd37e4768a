import { byId, fileAddress, named } from './dom.js';
import { Zoom } from './zoom.js';

/** What keys do here besides Escape, which closes every window. */
const STEPS = { ArrowLeft: -1, ArrowRight: 1, Home: -Infinity, End: Infinity };
const SIZES = { '+': 1.4, '=': 1.4, '-': 1 / 1.4 };

/** One photo over the whole window, with the photos before and after it. */
export class Viewer {
  constructor() {
    this.dialog = byId('viewer');
    this.image = byId('viewer-photo');
    this.zoom = new Zoom(byId('stage'), this.image, (step) => this.go(step), (large) => {
      this.dialog.classList.toggle('large', large);
      byId('viewer-zoom').setAttribute('aria-pressed', String(large));
    });
    byId('viewer-close').addEventListener('click', () => this.dialog.close());
    byId('viewer-before').addEventListener('click', () => this.go(-1));
    byId('viewer-after').addEventListener('click', () => this.go(1));
    byId('viewer-zoom').addEventListener('click', () => this.zoom.toggle());
    byId('stage').addEventListener('click', (event) => this.pressed(event));
    this.dialog.addEventListener('keydown', (event) => this.key(event));
    this.dialog.addEventListener('close', () => this.back());
  }

  open(pane, messageId) {
    this.pane = pane;
    this.photos = pane.talk.photos();
    this.at = this.photos.findIndex((message) => message.message_id === messageId);
    const { words } = pane;
    named(byId('viewer-close'), words.close);
    named(byId('viewer-save'), words.download);
    named(byId('viewer-zoom'), words.zoom);
    named(byId('viewer-before'), words.before);
    named(byId('viewer-after'), words.after);
    this.dialog.setAttribute('aria-label', words.photo);
    this.show();
    this.dialog.showModal();
    byId('viewer-close').focus();
  }

  go(step) {
    const next = Math.min(this.photos.length - 1, Math.max(0, this.at + step));
    if (next !== this.at) {
      this.at = next;
      this.show();
    }
  }

  show() {
    const message = this.photos[this.at];
    const address = fileAddress(message.photo.at(-1).file_id);
    this.zoom.reset();
    this.image.src = address;
    this.image.alt = message.caption || this.pane.words.photo;
    byId('viewer-save').href = address;
    byId('viewer-save').download = `photo-${message.message_id}.jpg`;
    byId('viewer-count').textContent = this.pane.words.of(this.at + 1, this.photos.length);
    byId('viewer-caption').hidden = !message.caption;
    byId('viewer-caption').textContent = message.caption || '';
    byId('viewer-before').hidden = this.at === 0;
    byId('viewer-after').hidden = this.at === this.photos.length - 1;
  }

  /** A press on the picture enlarges it, a press beside it closes; the end of a drag is neither. */
  pressed(event) {
    if (this.zoom.dragged > 6) {
      return;
    }
    const { left, right, top, bottom } = this.image.getBoundingClientRect();
    const { clientX: x, clientY: y } = event;
    if (x >= left && x <= right && y >= top && y <= bottom) {
      this.zoom.toggle();
    } else {
      this.dialog.close();
    }
  }

  key(event) {
    if (event.key in STEPS) {
      event.preventDefault();
      this.go(STEPS[event.key]);
    } else if (event.key in SIZES && !event.ctrlKey && !event.metaKey) {
      this.zoom.by(SIZES[event.key]);
    }
  }

  /** The focus goes to the photo seen last. */
  back() {
    const id = this.photos[this.at].message_id;
    this.pane.parts.talk.querySelector(`.photo[data-message-id="${id}"]`)?.focus();
  }
}
