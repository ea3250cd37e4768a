import { element } from './dom.js';

/** The card of something that can be bought; the button that pays is the first of its keyboard. */
export function invoice(message, pane) {
  const { title, description } = message.invoice;
  const stars = totalOf(message.invoice);
  const card = element('div', 'invoice', element('p', 'invoice-title', title), element('p', 'invoice-about', description),
    element('p', 'invoice-total', `⭐ ${stars.toLocaleString(pane.words.locale)}`));
  card.dataset.testid = 'invoice';
  [...card.children].forEach((line) => {
    line.dir = 'auto';
  });
  return card;
}

/** Whole Stars. */
export function totalOf(invoice) {
  return invoice.total ?? invoice.total_amount;
}
