import { element } from './dom.js';

/** The card of something that can be bought; a Pay button stands under it unless the bot's keyboard has one. */
export function invoice(message, pane) {
  const { title, description, paid } = message.invoice;
  const stars = totalOf(message);
  const card = element('div', 'invoice', element('p', 'invoice-title', title), element('p', 'invoice-about', description),
    element('p', 'invoice-total', `⭐ ${stars.toLocaleString(pane.words.locale)}`));
  card.dataset.testid = 'invoice';
  [...card.children].forEach((line) => {
    line.dir = 'auto';
  });
  if (paid) {
    card.append(element('p', 'invoice-paid', `✓ ${pane.words.paid}`));
  } else if (!message.reply_markup) {
    const pay = element('button', 'invoice-pay', pane.words.pay(stars));
    pay.type = 'button';
    pay.dataset.testid = 'pay';
    pay.addEventListener('click', () => pane.pay(message));
    card.append(pay);
  }
  return card;
}

/** Whole Stars. */
export function totalOf({ invoice: bought }) {
  return bought.total ?? bought.total_amount;
}
