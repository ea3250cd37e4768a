import { named as name } from './dom.js';

/** Words for parts that show them. */
export function label(parts, words, names) {
  Object.entries(names).forEach(([part, word]) => {
    parts[part].textContent = words[word];
  });
}

/** Words for parts that show a sign only. */
export function named(parts, words, names) {
  Object.entries(names).forEach(([part, word]) => name(parts[part], words[word]));
}
