import { recall, remember } from './memory.js';

/** Light, dark, or as the system says; told to every tab. Runs before anything is drawn. */
const LOOKS = ['system', 'light', 'dark'];

apply();
addEventListener('storage', (event) => event.key === 'look' && apply());

export function look() {
  const chosen = recall('look');
  return LOOKS.includes(chosen) ? chosen : 'system';
}

export function choose(chosen) {
  remember('look', chosen);
  apply();
}

function apply() {
  document.documentElement.dataset.look = look();
}
