import { byId, element, icon, named, size } from './dom.js';
import { asPhoto } from './picture.js';

const ALBUM = 10;
const LARGEST = 50 * 1024 * 1024;
const FILE = 'M7 3h7l4 4v14H7zM14 3v4h4';
const CROSS = 'M6 6l12 12M18 6L6 18';

/** The window before files are sent: a look at them, as photos or as files, a caption, how far the sending is. */
export class Upload {
  constructor() {
    this.dialog = byId('upload');
    this.files = [];
    byId('upload-cancel').addEventListener('click', () => this.dialog.close());
    byId('upload-more').addEventListener('click', () => this.pane.parts.attach.click());
    byId('upload-send').addEventListener('click', () => this.send());
    byId('as-file').addEventListener('change', () => this.draw());
    byId('caption').addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && !event.isComposing) {
        event.preventDefault();
        this.send();
      }
    });
    this.dialog.addEventListener('paste', (event) => this.add([...event.clipboardData.files]));
    this.dialog.addEventListener('drop', (event) => this.add([...event.dataTransfer.files]));
    this.dialog.addEventListener('close', () => this.closed());
  }

  open(pane, files, asFile = false) {
    if (this.dialog.open) {
      this.add(files);
    } else if (files.length && !pane.parts.compose.hidden) {
      this.pane = pane;
      this.files = [];
      byId('caption').value = '';
      byId('as-file').checked = asFile;
      this.busy(false);
      this.add(files);
      this.dialog.showModal();
      byId('upload-send').focus();
    }
  }

  add(files) {
    const { words } = this.pane;
    const good = files.filter((file) => file.size > 0 && file.size <= LARGEST);
    const bad = files.filter((file) => !good.includes(file));
    this.files.push(...good);
    this.refuse(bad.map((file) => (file.size > LARGEST ? words.tooLarge : words.empty)(file.name)).join('\n'));
    this.draw();
  }

  draw() {
    const { words } = this.pane;
    const onlyFiles = this.files.some((file) => !file.type.startsWith('image/'));
    const asFile = onlyFiles || byId('as-file').checked;
    byId('as-file-row').hidden = onlyFiles;
    byId('upload-title').textContent = asFile ? words.files(this.files.length) : words.photos(this.files.length);
    byId('as-file-label').textContent = words.asFile;
    byId('caption').placeholder = words.caption;
    byId('caption').setAttribute('aria-label', words.caption);
    byId('upload-more').textContent = words.more;
    byId('upload-cancel').textContent = words.cancel;
    byId('upload-send').textContent = words.send;
    byId('upload-send').disabled = this.files.length === 0;
    byId('upload-hint').hidden = this.files.length <= ALBUM;
    byId('upload-hint').textContent = words.albums(Math.ceil(this.files.length / ALBUM));
    byId('picks').replaceChildren(...this.files.map((file) => this.pick(file, asFile)));
    byId('picks').classList.toggle('list', asFile);
    this.asFile = asFile;
  }

  pick(file, asFile) {
    const remove = element('button', 'pick-remove', icon(CROSS));
    remove.type = 'button';
    named(remove, this.pane.words.remove(file.name));
    remove.addEventListener('click', () => {
      this.files = this.files.filter((other) => other !== file);
      this.draw();
      byId('upload-send').focus();
    });
    const pick = element('div', asFile ? 'pick-line' : 'pick', ...(asFile ? line(file) : [thumbnail(file)]), remove);
    pick.dataset.testid = 'pick';
    return pick;
  }

  async send() {
    if (this.sending || !this.files.length) {
      return;
    }
    this.sending = new AbortController();
    this.refuse('');
    this.busy(true);
    try {
      await this.deliver(byId('caption').value.trim());
      this.dialog.close();
    } catch (error) {
      this.failed(error);
    } finally {
      this.sending = null;
      this.busy(false);
    }
  }

  async deliver(caption) {
    const { files } = this;
    if (this.asFile) {
      await this.groups('documents', files.map((file) => ({ file, body: file })), caption);
      return;
    }
    const prepared = await Promise.all(files.map(async (file) => ({ file, body: await asPhoto(file) })));
    const photos = prepared.filter(({ body }) => body);
    const others = prepared.filter(({ body }) => !body).map(({ file }) => ({ file, body: file }));
    await this.groups('photos', photos, caption);
    if (others.length) {
      this.pane.tell(this.pane.words.noPicture);
      await this.groups('documents', others, photos.length ? '' : caption);
    }
  }

  async groups(what, files, caption) {
    const groups = Array.from({ length: Math.ceil(files.length / ALBUM) },
      (_, at) => files.slice(at * ALBUM, at * ALBUM + ALBUM));
    if (groups.some((group) => group.reduce((sum, { body }) => sum + body.size, 0) > LARGEST)) {
      throw new Error(this.pane.words.tooMuch);
    }
    for (const [at, group] of groups.entries()) {
      const told = (share) => {
        byId('progress').value = (at + share) / groups.length;
      };
      const bodies = group.map(({ body }) => body);
      await this.pane.server.upload(what, bodies, at === 0 ? caption : '', told, this.sending.signal);
      this.taken(group);
    }
  }

  /** What arrived is not sent again when the rest has to be. */
  taken(group) {
    this.files = this.files.filter((file) => !group.some((one) => one.file === file));
    byId('caption').value = '';
  }

  failed(error) {
    const { words } = this.pane;
    if (error.name !== 'AbortError') {
      this.refuse(words.refused + (error instanceof TypeError ? words.noConnection : error.message));
      this.draw();
    }
  }

  refuse(text) {
    byId('upload-refusal').textContent = text;
    byId('upload-refusal').hidden = !text;
  }

  busy(busy) {
    byId('progress').hidden = !busy;
    byId('progress').value = 0;
    byId('progress').setAttribute('aria-label', this.pane.words.sending);
    this.dialog.classList.toggle('sending', busy);
    byId('picks').inert = busy;
    byId('upload-send').disabled = busy;
  }

  /** Closing the window ends a sending that is under way. */
  closed() {
    this.sending?.abort();
    this.pane.focus();
  }
}

function thumbnail(file) {
  const image = element('img');
  image.alt = file.name;
  image.src = URL.createObjectURL(file);
  image.addEventListener('load', () => URL.revokeObjectURL(image.src), { once: true });
  return image;
}

function line(file) {
  const name = element('span', 'pick-name', file.name);
  name.dir = 'auto';
  return [icon(FILE), name, element('span', 'pick-size', size(file.size))];
}
