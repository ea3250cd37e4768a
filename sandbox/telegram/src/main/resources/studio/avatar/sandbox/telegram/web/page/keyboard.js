import { element, icon } from './dom.js';

const LINK = 'M8 16L17 7M10 6h8v8';
const COPY = 'M9 9h10v10H9zM5 15V5h10';

/** Longest time a button spins when the bot never answers. */
const PATIENCE = 20_000;

/** Inline keyboards, and which of their buttons wait for an answer. */
export class Keyboards {
  constructor(server, hooks) {
    this.server = server;
    this.hooks = hooks;
    this.waiting = new Map();
    this.answeredEarly = new Set();
  }

  draw(message) {
    const rows = message.reply_markup?.inline_keyboard || [];
    const keyboard = element('div', 'keys');
    rows.forEach((row) => {
      keyboard.append(element('div', 'keys-row', ...row.map((button) => this.button(message, button))));
    });
    return rows.length ? keyboard : null;
  }

  button(message, button) {
    const key = element('button', 'key', element('span', 'key-label', button.text));
    key.type = 'button';
    key.dataset.testid = 'button';
    key.dataset.data = button.callback_data || '';
    if (button.style) {
      key.classList.add(`key-${button.style}`);
    }
    if (button.url) {
      key.append(icon(LINK, 'key-mark'));
      key.addEventListener('click', () => window.open(button.url, '_blank', 'noopener'));
    } else if (button.copy_text) {
      key.append(icon(COPY, 'key-mark'));
      key.addEventListener('click', () => this.hooks.copy(button.copy_text.text));
    } else {
      const name = `${message.message_id} ${button.callback_data}`;
      key.dataset.wait = name;
      key.classList.toggle('busy', this.waiting.has(name));
      key.addEventListener('click', () => this.press(name, message, button));
    }
    return key;
  }

  async press(name, message, button) {
    if (this.waiting.has(name)) {
      return;
    }
    this.waiting.set(name, null);
    this.show(name, true);
    setTimeout(() => this.end(name), PATIENCE);
    try {
      const press = { message_id: message.message_id, data: button.callback_data };
      const { query_id: queryId } = await this.server.act('press', press);
      if (this.answeredEarly.delete(queryId)) {
        this.end(name);
      } else if (this.waiting.has(name)) {
        this.waiting.set(name, queryId);
      }
    } catch (error) {
      this.end(name);
      this.hooks.failed(error);
    }
  }

  answered(queryId) {
    const found = [...this.waiting].find(([, waiting]) => waiting === queryId);
    if (found) {
      this.end(found[0]);
    } else {
      this.answeredEarly.add(queryId);
    }
  }

  end(name) {
    this.waiting.delete(name);
    this.show(name, false);
  }

  show(name, busy) {
    document.querySelectorAll('.key[data-wait]').forEach((key) => {
      if (key.dataset.wait === name) {
        key.classList.toggle('busy', busy);
      }
    });
  }
}
