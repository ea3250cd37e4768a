import { recall, remember } from './memory.js';

/** How many colours a person can choose from. */
export const TONES = 8;

/** A coloured circle with initials. */
export function face(target, name, tone) {
  const parts = name.trim().split(/\s+/).filter(Boolean).slice(0, 2);
  target.textContent = parts.map((part) => [...part][0]).join('').toUpperCase() || '?';
  target.dataset.tone = String(tone);
}

/** The colour a person chose, else one by their id. */
export function toneOf(id) {
  const chosen = Number(recall(`tone-${id}`) ?? NaN);
  return chosen >= 0 && chosen < TONES ? chosen : Math.abs(Number(id)) % TONES;
}

export function choose(id, tone) {
  remember(`tone-${id}`, String(tone));
}
