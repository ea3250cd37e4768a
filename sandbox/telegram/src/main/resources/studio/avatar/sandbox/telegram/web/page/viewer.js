import { byId, fileAddress } from './dom.js';
import { words } from './words.js';

/** One photo over the whole window, with the photos before and after it. */
export class Viewer {
  constructor(photos) {
    this.photos = photos;
    this.at = 0;
    const dialog = byId('viewer');
    byId('viewer-close').addEventListener('click', () => dialog.close());
    byId('viewer-before').addEventListener('click', () => this.go(-1));
    byId('viewer-after').addEventListener('click', () => this.go(1));
    dialog.addEventListener('click', (event) => event.target === dialog && dialog.close());
    byId('viewer-photo').addEventListener('click', () => dialog.close());
    dialog.addEventListener('keydown', (event) => {
      this.go({ ArrowLeft: -1, ArrowRight: 1 }[event.key] || 0);
    });
  }

  open(messageId) {
    this.at = this.photos().findIndex((message) => message.message_id === messageId);
    byId('viewer-close').setAttribute('aria-label', words().close);
    byId('viewer-save').setAttribute('aria-label', words().save);
    this.show();
    byId('viewer').showModal();
  }

  go(step) {
    const next = this.at + step;
    if (step && next >= 0 && next < this.photos().length) {
      this.at = next;
      this.show();
    }
  }

  show() {
    const photos = this.photos();
    const message = photos[this.at];
    const address = fileAddress(message.photo.at(-1).file_id);
    byId('viewer-photo').src = address;
    byId('viewer-photo').alt = message.caption || words().photo;
    byId('viewer-save').href = address;
    byId('viewer-before').hidden = this.at === 0;
    byId('viewer-after').hidden = this.at === photos.length - 1;
  }
}
