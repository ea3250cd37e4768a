import { byId } from './dom.js';
import { keepPage } from './intake.js';
import { recall } from './memory.js';
import { idsOf, Panes } from './panes.js';
import { Payment } from './payment.js';
import { People } from './people.js';
import { PersonSheet } from './person-sheet.js';
import { meet } from './server.js';
import { follow } from './stream.js';
import { choose, look } from './theme.js';
import { Upload } from './upload.js';
import { Viewer } from './viewer.js';

const FIRST = { id: 1001, en: 'Alex', ru: 'Саша' };

let linked = true;
const query = new URLSearchParams(location.search);

/** What all chats of the page share: the list of people and the windows, of which one can be open. */
const desk = {
  upload: new Upload(),
  viewer: new Viewer(),
  payment: new Payment(),
  alert(text) {
    byId('alert-text').textContent = text;
    byId('alert').showModal();
  },
  startText() {
    const parameter = query.get('start');
    return parameter ? `/start ${parameter}` : '/start';
  },
  label(words) {
    byId('look-title').textContent = words.look;
    document.querySelectorAll('.look-choice [data-look]').forEach((choice) => {
      choice.textContent = words[choice.dataset.look];
    });
    document.querySelectorAll('[data-skip]').forEach((link) => {
      link.textContent = words[`skip_${link.dataset.skip}`];
    });
  },
};
desk.personSheet = new PersonSheet(desk);
desk.people = new People(desk);
desk.panes = new Panes(desk);

await desk.people.load();
const ids = idsOf(query.get('person') || recall('person'));
desk.panes.set(await whoAreHere(ids.length ? ids : [FIRST.id]));
desk.panes.active.settle();
follow(hear);
keepPage();
watchKeys();
watchLook();
dispatchEvent(new Event('started'));

/** Those the address names, made known to the simulator if new; name and language in it are the first one's. */
async function whoAreHere(wanted) {
  const own = navigator.language.startsWith('ru') ? 'ru' : 'en';
  for (const [place, id] of wanted.entries()) {
    const known = desk.people.person(id);
    const language = (place === 0 && query.get('lang')) || known?.language_code || own;
    const usual = id === FIRST.id ? FIRST[language] || FIRST.en : `Person ${id}`;
    const name = (place === 0 && query.get('name')) || known?.first_name || usual;
    if (known?.language_code !== language || known?.first_name !== name) {
      await meet(id, name, language);
    }
  }
  await desk.people.load();
  return wanted;
}

function hear(name, chat, content) {
  if (name === 'open' || name === 'lost') {
    link(name === 'open');
  } else if (chat > 0) { // groups and channels have other numbers, and no place here
    desk.people.hear(name, chat, content);
    desk.panes.of(chat)?.hear(name, content);
  }
}

/** After a break everything is asked for again: nobody knows what happened meanwhile. */
function link(open) {
  if (open) {
    desk.people.load().catch(() => {});
    desk.panes.each((pane) => pane.load());
  } else if (linked) {
    desk.panes.each((pane) => pane.linked(false));
  }
  linked = open;
}

function watchKeys() {
  document.addEventListener('keydown', (event) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by && event.altKey && !document.querySelector('dialog[open]')) {
      event.preventDefault();
      desk.people.step(by);
    }
  });
  byId('skips').addEventListener('click', (event) => {
    const goal = event.target.dataset.skip;
    event.preventDefault();
    if (goal === 'people') {
      desk.people.open();
    } else if (goal === 'room') {
      desk.panes.active.parts.room.focus();
    } else {
      desk.panes.active.focus();
    }
  });
}

function watchLook() {
  const choices = [...document.querySelectorAll('input[name=look]')];
  const show = () => choices.forEach((choice) => {
    choice.checked = choice.value === look();
  });
  choices.forEach((choice) => choice.addEventListener('change', () => choose(choice.value)));
  addEventListener('storage', show);
  show();
}
