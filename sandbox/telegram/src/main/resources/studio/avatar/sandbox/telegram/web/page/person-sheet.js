import { byId, element } from './dom.js';
import { TONES, choose, toneOf } from './face.js';
import { Server, meet } from './server.js';
import { LANGUAGES, wordsFor } from './words.js';

/** The window in which a person is made or changed: name, language, colour, Stars in the simulated wallet. */
export class PersonSheet {
  constructor(desk) {
    this.desk = desk;
    this.dialog = byId('person-sheet');
    this.name = byId('person-first-name');
    this.language = byId('person-language');
    this.wallet = byId('wallet');
    this.language.append(...LANGUAGES.map(([code, name]) => new Option(name, code)));
    byId('person-cancel').addEventListener('click', () => this.dialog.close());
    byId('person-form').addEventListener('submit', (event) => {
      event.preventDefault();
      this.save();
    });
  }

  add() {
    const id = this.desk.people.free();
    this.open({ id, first_name: '', language_code: this.desk.panes.active.person.language_code }, 'personTitle');
    this.fresh = true;
  }

  async edit(person) {
    this.open(person, 'editTitle');
    this.fresh = false;
    try {
      const { stars } = await new Server(person.id).wallet();
      this.wallet.value = stars;
      this.stars = stars;
      byId('wallet-row').hidden = false;
    } catch {
      // a simulator without payments has no wallet to show
    }
  }

  open(person, title) {
    this.person = person;
    const words = wordsFor(this.desk.panes.active.person.language_code);
    byId('person-title').textContent = words[title];
    byId('name-label').textContent = words.name;
    byId('language-label').textContent = words.language;
    byId('tone-label').textContent = words.colour;
    byId('wallet-label').textContent = words.wallet;
    byId('person-cancel').textContent = words.cancel;
    byId('person-save').textContent = words.save;
    byId('wallet-row').hidden = true;
    byId('person-refusal').hidden = true;
    this.name.value = person.first_name;
    this.language.value = LANGUAGES.some(([code]) => code === person.language_code) ? person.language_code : 'en';
    byId('tones').replaceChildren(...Array.from({ length: TONES }, (_, tone) => swatch(tone, toneOf(person.id), words)));
    this.dialog.showModal();
    this.name.select();
  }

  async save() {
    const { id } = this.person;
    try {
      choose(id, document.querySelector('input[name=tone]:checked').value);
      const met = await meet(id, this.name.value.trim(), this.language.value);
      if (!byId('wallet-row').hidden && Number(this.wallet.value) !== this.stars) {
        await new Server(id).act('wallet', { stars: Number(this.wallet.value) });
      }
      this.dialog.close();
      await this.desk.people.load();
      this.after(met);
    } catch (error) {
      byId('person-refusal').textContent = error.message;
      byId('person-refusal').hidden = false;
    }
  }

  after(met) {
    const { panes } = this.desk;
    if (this.fresh) {
      panes.show(met.id);
    } else {
      panes.of(met.id)?.changed(met);
    }
  }
}

function swatch(tone, chosen, words) {
  const input = element('input');
  input.type = 'radio';
  input.name = 'tone';
  input.value = tone;
  input.checked = tone === chosen;
  input.setAttribute('aria-label', words.colourNumber(tone + 1));
  const circle = element('span', 'face tone');
  circle.dataset.tone = tone;
  return element('label', 'tone-choice', input, circle);
}
