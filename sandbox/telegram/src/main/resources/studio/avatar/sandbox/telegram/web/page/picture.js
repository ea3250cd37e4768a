import { element } from './dom.js';

const LONGER_SIDE = 1280;
const SMALL_ENOUGH = 1_500_000;

/** A picture ready to be a photo: as it is when small, else drawn smaller; nothing when it cannot be opened. */
export async function asPhoto(file) {
  try {
    const bitmap = await createImageBitmap(file);
    if (['image/jpeg', 'image/png'].includes(file.type) && file.size < SMALL_ENOUGH) {
      return file;
    }
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
