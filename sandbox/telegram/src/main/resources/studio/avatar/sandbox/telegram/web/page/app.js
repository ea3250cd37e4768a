import { Composer } from './composer.js';
import { byId, element, face } from './dom.js';
import { Keyboards } from './keyboard.js';
import { MessageView } from './message.js';
import { PersonMenu, whoIsHere } from './person.js';
import { Server } from './server.js';
import { Talk } from './talk.js';
import { Upload } from './upload.js';
import { Viewer } from './viewer.js';
import { speak, words } from './words.js';

/** How long Telegram shows a chat action, in milliseconds. */
const ACTION_SHOWN = 5000;

const me = await whoIsHere();
speak(me.language_code);
const server = new Server(me.id);
let person = me;
let actionTimer = 0;

const hooks = {
  command: (command) => say(command),
  copied: () => toast(words().copied),
  copy: (text) => navigator.clipboard?.writeText(text).then(hooks.copied),
  open: (messageId) => viewer.open(messageId),
  failed: (error) => toast(words().failed + error.message),
  tell: toast,
  send: (text) => say(text),
  start: () => say(startText()),
  unblock: () => unblock(),
  block: () => server.act('block', { blocked: true }).catch(hooks.failed),
};

const keyboards = new Keyboards(server, hooks);
const talk = new Talk(new MessageView(keyboards, hooks));
const viewer = new Viewer(() => talk.photos());
const composer = new Composer(hooks);
const personMenu = new PersonMenu(hooks);
new Upload(server, hooks);

composer.label();
byId('drop-hint').textContent = words().drop;
personMenu.show(person);
server.follow({ state, message, deleted, action, answered, commands, person: changed, lost });

function state(now) {
  byId('bot-name').textContent = now.bot.first_name;
  document.title = now.bot.first_name;
  byId('empty-name').textContent = now.bot.first_name;
  byId('empty-hint').textContent = words().hint;
  face(byId('bot-face'), now.bot.first_name, now.bot.id);
  face(byId('empty-face'), now.bot.first_name, now.bot.id);
  idle();
  changed(now.person);
  commands(now.commands);
  talk.replaceAll(now.messages);
  refresh();
}

function message(fresh) {
  if (fresh.from_bot) {
    idle();
  }
  talk.put(fresh);
  refresh();
}

function deleted(gone) {
  talk.remove(gone.deleted);
  refresh();
}

function action({ action: name }) {
  const status = byId('status');
  status.textContent = words()[name] || words().busy;
  status.append(element('span', 'dots', element('i'), element('i'), element('i')));
  status.classList.add('lively');
  clearTimeout(actionTimer);
  actionTimer = setTimeout(idle, ACTION_SHOWN);
}

function idle() {
  clearTimeout(actionTimer);
  byId('status').textContent = words().bot;
  byId('status').classList.remove('lively');
}

function lost() {
  byId('status').textContent = words().connecting;
}

function answered(answer) {
  keyboards.answered(answer.query_id);
  if (answer.text && answer.alert) {
    byId('alert-text').textContent = answer.text;
    byId('alert').showModal();
  } else if (answer.text) {
    toast(answer.text);
  }
}

function commands(list) {
  composer.setCommands(list);
}

function changed(change) {
  person = { ...person, ...change };
  personMenu.show(person);
  refresh();
}

function refresh() {
  const empty = talk.messages.size === 0;
  byId('empty').hidden = !empty;
  if (person.blocked) {
    composer.offer('unblock');
  } else {
    composer.offer(empty ? 'start' : 'compose');
  }
}

function say(text) {
  server.act('text', { text }).catch(hooks.failed);
}

function startText() {
  const parameter = new URLSearchParams(location.search).get('start');
  return parameter ? `/start ${parameter}` : '/start';
}

async function unblock() {
  try {
    await server.act('block', { blocked: false });
    say('/start');
  } catch (error) {
    hooks.failed(error);
  }
}

function toast(text) {
  const shown = element('div', 'toast', text);
  shown.dataset.testid = 'toast';
  byId('toasts').append(shown);
  setTimeout(() => shown.classList.add('leaving'), 3200);
  setTimeout(() => shown.remove(), 3600);
}
