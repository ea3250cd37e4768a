import { ENGLISH } from './words-en.js';
import { RUSSIAN } from './words-ru.js';

/** Languages a person's app can be in; the page itself speaks the first two. */
export const LANGUAGES = [
  ['en', 'English'], ['ru', 'Русский'], ['de', 'Deutsch'], ['es', 'Español'], ['fr', 'Français'],
  ['pt-br', 'Português'], ['ar', 'العربية'], ['fa', 'فارسی'], ['he', 'עברית'], ['uk', 'Українська'],
];

/** What the page says to a person with this language. */
export function wordsFor(code) {
  return (code || '').startsWith('ru') ? RUSSIAN : ENGLISH;
}
