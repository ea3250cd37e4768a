import { byId, element, icon, size } from './dom.js';
import { words } from './words.js';

const ALBUM = 10;
const LONGER_SIDE = 1280;
const SMALL_ENOUGH = 1_500_000;
const FILE = 'M7 3h7l4 4v14H7zM14 3v4h4';

/** Choosing files by the clip, by dropping and by pasting; a look at them; sending them in groups of ten. */
export class Upload {
  constructor(server, hooks) {
    this.server = server;
    this.hooks = hooks;
    this.files = [];
    const input = byId('attach');
    byId('attach-button').addEventListener('click', () => input.click());
    input.addEventListener('change', () => {
      this.open([...input.files]);
      input.value = '';
    });
    byId('upload-cancel').addEventListener('click', () => byId('upload').close());
    byId('upload-send').addEventListener('click', () => this.send());
    byId('as-file').addEventListener('change', () => this.draw());
    byId('caption').addEventListener('keydown', (event) => {
      if (event.key === 'Enter') {
        event.preventDefault();
        this.send();
      }
    });
    this.listen();
  }

  listen() {
    const drop = byId('drop');
    document.addEventListener('dragover', (event) => {
      event.preventDefault();
      drop.hidden = !event.dataTransfer.types.includes('Files') || byId('compose').hidden;
    });
    document.addEventListener('dragleave', (event) => {
      drop.hidden = drop.hidden || !event.relatedTarget;
    });
    document.addEventListener('drop', (event) => {
      event.preventDefault();
      drop.hidden = true;
      this.open([...event.dataTransfer.files]);
    });
    document.addEventListener('paste', (event) => this.open([...event.clipboardData.files]));
  }

  open(files) {
    if (!files.length || byId('compose').hidden) {
      return;
    }
    this.files = files;
    byId('as-file').checked = files.some((file) => !file.type.startsWith('image/'));
    byId('as-file-row').hidden = byId('as-file').checked;
    byId('caption').value = '';
    this.draw();
    byId('upload').showModal();
    byId('upload-send').focus();
  }

  draw() {
    const asFile = byId('as-file').checked;
    byId('upload-title').textContent = asFile ? words().files(this.files.length) : words().photos(this.files.length);
    byId('as-file-label').textContent = words().asFile;
    byId('caption').placeholder = words().caption;
    byId('upload-cancel').textContent = words().cancel;
    byId('upload-send').textContent = words().send;
    byId('picks').replaceChildren(...this.files.map((file) => (asFile ? line(file) : thumbnail(file))));
    byId('picks').classList.toggle('list', asFile);
  }

  async send() {
    const caption = byId('caption').value.trim();
    const asFile = byId('as-file').checked;
    const files = this.files;
    byId('upload').close();
    try {
      if (asFile) {
        await this.groups('documents', files, caption);
        return;
      }
      const prepared = await Promise.all(files.map(photo));
      const photos = prepared.filter(Boolean);
      const others = files.filter((file, index) => !prepared[index]);
      await this.groups('photos', photos, caption);
      if (others.length) {
        this.hooks.tell(words().noPicture);
        await this.groups('documents', others, photos.length ? '' : caption);
      }
    } catch (error) {
      this.hooks.failed(error);
    }
  }

  async groups(what, files, caption) {
    for (let at = 0; at < files.length; at += ALBUM) {
      await this.server.upload(what, files.slice(at, at + ALBUM), at === 0 ? caption : '');
    }
  }
}

/** A picture ready to be a photo: as it is when small, else drawn smaller; nothing when it cannot be opened. */
async function photo(file) {
  if (['image/jpeg', 'image/png'].includes(file.type) && file.size < SMALL_ENOUGH) {
    return file;
  }
  try {
    const bitmap = await createImageBitmap(file);
    const scale = Math.min(1, LONGER_SIDE / Math.max(bitmap.width, bitmap.height));
    const canvas = element('canvas');
    canvas.width = Math.max(1, Math.round(bitmap.width * scale));
    canvas.height = Math.max(1, Math.round(bitmap.height * scale));
    const pen = canvas.getContext('2d');
    pen.imageSmoothingQuality = 'high';
    pen.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    return await new Promise((done) => canvas.toBlob(done, 'image/jpeg', 0.92));
  } catch {
    return null;
  }
}

function thumbnail(file) {
  const image = element('img', 'pick');
  image.alt = file.name;
  image.src = URL.createObjectURL(file);
  image.addEventListener('load', () => URL.revokeObjectURL(image.src), { once: true });
  return image;
}

function line(file) {
  return element('div', 'pick-line', icon(FILE), element('span', 'pick-name', file.name),
    element('span', 'pick-size', size(file.size)));
}
