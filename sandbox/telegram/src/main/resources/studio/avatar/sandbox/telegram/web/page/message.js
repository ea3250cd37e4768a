import { element, icon } from './dom.js';
import { serviceWords, timeOf } from './groups.js';
import { invoice } from './invoice.js';
import { album, documents, photo, photoWidth } from './media.js';
import { formatted } from './text.js';

const TICKS = 'M1.500 12.500l5 5L16.500 7M11 16.500l1 1L22.500 7';

/** Draws one bubble: a message, or the messages of one album. */
export class MessageView {
  constructor(pane, keyboards) {
    this.pane = pane;
    this.keyboards = keyboards;
  }

  draw(messages, kept) {
    const first = messages[0];
    const row = element('article', `row ${first.from_bot ? 'theirs' : 'mine'}`);
    row.dataset.testid = 'message';
    row.dataset.side = first.from_bot ? 'bot' : 'person';
    row.dataset.messageId = first.message_id;
    row.setAttribute('aria-label', this.whose(first));
    row.append(this.service(first) || this.stack(messages, kept));
    return row;
  }

  whose(message) {
    const who = message.from_bot ? this.pane.bot?.first_name : this.pane.words.you;
    return `${who}, ${timeOf(message, this.pane.words)}`;
  }

  /** A line in the middle that nobody said. */
  service(message) {
    const said = serviceWords(message, this.pane.words);
    return said ? element('p', 'service', said) : null;
  }

  stack(messages, kept) {
    const first = messages[0];
    const bubble = element('div', 'bubble');
    const media = this.media(messages, kept);
    const texts = messages.filter((message) => message.text || message.caption).map((message) => this.text(message));
    const parts = first.show_caption_above_media ? [...texts, media] : [media, ...texts];
    bubble.append(...parts.filter(Boolean));
    if (!media && !texts.length) {
      bubble.append(element('div', 'words faint', this.pane.words.unsupported));
    }
    bubble.append(this.stamp(messages.at(-1)));
    bubble.classList.toggle('bare', Boolean(first.photo) && texts.length === 0);
    bubble.classList.toggle('with-photo', Boolean(first.photo));
    const keyboard = this.keyboards.draw(messages.at(-1));
    const stack = element('div', 'stack', bubble, ...(keyboard ? [keyboard] : []));
    if (first.photo && messages.length === 1) {
      stack.style.setProperty('--photo', `${photoWidth(first.photo.at(-1), keyboard ? 290 : texts.length && 230)}px`);
    }
    return stack;
  }

  text(message) {
    const text = element('div', 'words');
    text.dataset.testid = 'message-text';
    text.dir = 'auto';
    text.append(formatted(message.text || message.caption, message.entities || message.caption_entities, this.pane));
    return text;
  }

  media(messages, kept) {
    const first = messages[0];
    if (first.photo) {
      return messages.length > 1 ? album(messages, kept, this.pane) : photo(first, kept, this.pane);
    }
    if (first.document) {
      return documents(messages, this.pane);
    }
    return first.invoice ? invoice(first, this.pane) : null;
  }

  stamp(message) {
    const time = element('time', '', timeOf(message, this.pane.words));
    time.dateTime = new Date(message.date * 1000).toISOString();
    const stamp = element('span', 'stamp', time);
    // As in Telegram, a card with buttons does not say that it changed.
    if (message.edit_date && !message.reply_markup) {
      stamp.prepend(element('span', 'edited', this.pane.words.edited));
      stamp.classList.add('longer');
    }
    if (!message.from_bot) {
      stamp.append(icon(TICKS, 'ticks'));
    }
    return stamp;
  }
}
