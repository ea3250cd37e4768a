import { element } from './dom.js';

/** Long words stay longer: at least this, and so much for each character, in milliseconds. */
const SHOWN = 3000;
const PER_CHARACTER = 45;

/** Says something for a moment; a click takes it away. */
export function toast(place, text) {
  const shown = element('div', 'toast', text);
  shown.dataset.testid = 'toast';
  shown.dir = 'auto';
  shown.addEventListener('click', () => shown.remove());
  place.append(shown);
  const stays = SHOWN + Math.min(7000, PER_CHARACTER * text.length);
  setTimeout(() => shown.classList.add('leaving'), stays);
  setTimeout(() => shown.remove(), stays + 400);
}
