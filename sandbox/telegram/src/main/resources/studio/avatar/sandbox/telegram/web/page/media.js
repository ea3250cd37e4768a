import { element, fileAddress, icon, size } from './dom.js';

const FILE = 'M12 5v10M7.500 11l4.500 4.500 4.500-4.500M6 19h12';

export function album(messages, kept, pane) {
  const grid = element('div', `album album-${messages.length}`);
  grid.dataset.testid = 'album';
  grid.append(...messages.map((message) => photo(message, kept, pane)));
  return grid;
}

/** A photo that opens in the viewer; a picture that stood here before is used again. */
export function photo(message, kept, pane) {
  const largest = message.photo.at(-1);
  const frame = element('button', 'photo', kept.get(largest.file_id) || picture(largest));
  frame.type = 'button';
  frame.dataset.testid = 'photo';
  frame.dataset.messageId = message.message_id;
  frame.setAttribute('aria-label', message.caption ? `${pane.words.photo}: ${message.caption}` : pane.words.photo);
  frame.style.setProperty('--ratio', String(largest.width / largest.height));
  frame.classList.toggle('veiled', Boolean(message.has_media_spoiler));
  frame.firstChild.onerror = () => {
    frame.classList.add('broken');
    frame.append(element('span', 'broken-words', pane.words.broken));
  };
  frame.addEventListener('click', () => {
    if (!frame.classList.replace('veiled', 'unveiled')) {
      pane.view(message.message_id);
    }
  });
  return frame;
}

export function documents(messages, pane) {
  return element('div', 'documents', ...messages.map((message) => file(message.document, pane)));
}

function file({ file_id: fileId, file_name: name, file_size: bytes }, pane) {
  const shown = element('span', 'document-name', name || pane.words.file);
  const anchor = element('a', 'document', element('span', 'document-sign', icon(FILE)),
    element('span', 'document-text', shown, element('span', 'document-size', size(bytes))));
  shown.dir = 'auto';
  anchor.title = name || '';
  anchor.href = fileAddress(fileId);
  anchor.download = name || 'file';
  anchor.dataset.testid = 'document';
  return anchor;
}

/** As wide as the picture's own shape allows within 420 × 440, wide enough for words and buttons under it. */
export function photoWidth(photo, least) {
  const shaped = Math.min(420, photo.width, (440 * photo.width) / photo.height);
  return Math.round(Math.max(least || 110, shaped)) + 6;
}

function picture(photo) {
  const image = element('img');
  image.width = photo.width;
  image.height = photo.height;
  image.decoding = 'async';
  image.alt = '';
  image.dataset.file = photo.file_id;
  image.src = fileAddress(photo.file_id);
  return image;
}
