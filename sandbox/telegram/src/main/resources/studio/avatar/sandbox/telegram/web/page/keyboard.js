import { element, icon } from './dom.js';
import { deed, safe } from './links.js';

const LINK = 'M8 16L17 7M10 6h8v8';
const COPY = 'M9 9h10v10H9zM5 15V5h10';

/** Longest time a button spins when the bot never answers. */
const PATIENCE = 20_000;

/** Inline keyboards, and which of their buttons wait for an answer. */
export class Keyboards {
  constructor(pane) {
    this.pane = pane;
    this.waiting = new Map();
    this.answeredEarly = new Set();
  }

  draw(message) {
    const rows = message.reply_markup?.inline_keyboard || [];
    const keyboard = element('div', 'keys');
    keyboard.setAttribute('role', 'group');
    rows.forEach((row) => {
      keyboard.append(element('div', 'keys-row', ...row.map((button) => this.button(message, button))));
    });
    // One stop of the Tab key for each keyboard; the arrow keys do the rest.
    keyboard.querySelectorAll('.key').forEach((key, index) => {
      key.tabIndex = index ? -1 : 0;
    });
    return rows.length ? keyboard : null;
  }

  button(message, button) {
    const key = element('button', 'key', element('span', 'key-label', button.text));
    key.type = 'button';
    key.dir = 'auto';
    key.dataset.testid = 'button';
    key.dataset.data = button.callback_data || '';
    if (button.style) {
      key.classList.add(`key-${button.style}`);
    }
    if (button.url) {
      this.link(key, button.url);
    } else if (button.pay) {
      this.payment(key, message);
    } else if (button.copy_text) {
      key.append(icon(COPY, 'key-mark'));
      key.addEventListener('click', () => this.pane.copy(button.copy_text.text));
    } else {
      this.callback(key, message, button);
    }
    return key;
  }

  link(key, url) {
    const inChat = deed(url, this.pane);
    key.append(icon(LINK, 'key-mark'));
    key.addEventListener('click', () => {
      if (inChat) {
        inChat();
      } else if (safe(url)) {
        window.open(safe(url), '_blank', 'noopener,noreferrer');
      } else {
        this.pane.tell(url);
      }
    });
  }

  payment(key, message) {
    if (message.invoice?.paid) {
      key.setAttribute('aria-disabled', 'true');
      key.firstChild.textContent = `✓ ${this.pane.words.paid}`;
    } else {
      key.classList.add('key-primary');
      key.addEventListener('click', () => this.pane.pay(message));
    }
  }

  callback(key, message, button) {
    const name = `${message.message_id} ${button.callback_data}`;
    key.dataset.wait = name;
    busy(key, this.waiting.has(name));
    key.addEventListener('click', () => this.press(name, message, button));
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
      const { query_id: queryId } = await this.pane.server.act('press', press);
      if (this.answeredEarly.delete(queryId)) {
        this.end(name);
      } else if (this.waiting.has(name)) {
        this.waiting.set(name, queryId);
      }
    } catch (error) {
      this.end(name);
      this.pane.failed(error);
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

  show(name, waits) {
    this.pane.parts.talk.querySelectorAll('.key[data-wait]').forEach((key) => {
      if (key.dataset.wait === name) {
        busy(key, waits);
      }
    });
  }
}

function busy(key, waits) {
  key.classList.toggle('busy', waits);
  key.setAttribute('aria-busy', String(waits));
}
