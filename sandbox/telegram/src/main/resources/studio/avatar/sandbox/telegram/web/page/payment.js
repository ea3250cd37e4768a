import { byId, element } from './dom.js';
import { totalOf } from './invoice.js';

/** The sheet in which a person pays an invoice with the Stars of their simulated wallet. */
export class Payment {
  constructor() {
    this.dialog = byId('payment');
    byId('payment-cancel').addEventListener('click', () => this.dialog.close());
    byId('payment-pay').addEventListener('click', () => (this.paid ? this.dialog.close() : this.pay()));
    this.dialog.addEventListener('close', () => this.pane.focus());
  }

  /** @param which what the simulator knows the invoice by: a message or a link */
  async open(pane, invoice, which) {
    this.pane = pane;
    this.total = totalOf(invoice);
    this.which = which;
    this.paid = false;
    this.stars = null;
    byId('payment-title').textContent = invoice.title;
    byId('payment-about').textContent = invoice.description;
    byId('payment-cancel').textContent = pane.words.cancel;
    byId('payment-cancel').hidden = false;
    this.verdict('', '');
    this.draw();
    this.dialog.showModal();
    byId('payment-pay').focus();
    await this.look();
    if (this.stars !== null && this.stars < this.total) {
      this.verdict(pane.words.short, 'bad');
    }
  }

  async look() {
    try {
      this.stars = (await this.pane.server.wallet()).stars;
    } catch (error) {
      this.verdict(this.pane.words.failed + error.message, 'bad');
    }
    this.draw();
  }

  draw(busy = false) {
    const { total, pane: { words } } = this;
    const left = this.paid ? this.stars : this.stars - total;
    const lines = [[words.amount, total]];
    if (this.stars !== null) {
      lines.push(...(this.paid ? [] : [[words.inWallet, this.stars]]), ...(left >= 0 ? [[words.left, left]] : []));
    }
    byId('bill').replaceChildren(...lines.flatMap(([name, stars]) => [element('dt', '', name),
      element('dd', '', `⭐ ${stars.toLocaleString(words.locale)}`)]));
    const pay = byId('payment-pay');
    pay.textContent = this.paid ? words.done : words.pay(total);
    pay.disabled = busy || (!this.paid && this.stars !== null && left < 0);
    pay.classList.toggle('busy', busy);
  }

  async pay() {
    const { words, server } = this.pane;
    this.draw(true);
    this.verdict(words.paying, '');
    try {
      const { state, reason } = await server.act('pay', this.which);
      this.paid = state === 'paid';
      this.verdict(this.paid ? `✓ ${words.paidNow(this.total)}` : words.payRefused + (reason || ''),
        this.paid ? 'good' : 'bad');
    } catch (error) {
      this.verdict(words.payRefused + (error instanceof TypeError ? words.noConnection : error.message), 'bad');
    }
    byId('payment-cancel').hidden = this.paid;
    await this.look();
    byId('payment-pay').focus();
  }

  verdict(text, kind) {
    const verdict = byId('verdict');
    verdict.hidden = !text;
    verdict.className = `verdict ${kind}`;
    verdict.textContent = text;
  }
}
