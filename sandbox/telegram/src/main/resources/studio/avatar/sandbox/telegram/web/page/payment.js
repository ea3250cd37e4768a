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

  /**
   * Shows an invoice. What a former sheet still waits for no longer concerns this one.
   * @param which what the simulator knows the invoice by: a message or a link
   */
  async open(pane, invoice, which) {
    const turn = {};
    this.turn = turn;
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
    if (turn === this.turn && this.stars !== null && this.stars < this.total) {
      this.verdict(pane.words.short, 'bad');
    }
  }

  async look() {
    const { turn } = this;
    const [stars, trouble] = await this.pane.server.wallet()
      .then((wallet) => [wallet.stars, ''], (error) => [null, this.pane.words.failed + error.message]);
    if (turn !== this.turn) {
      return;
    }
    if (trouble) {
      this.verdict(trouble, 'bad');
    }
    this.stars = stars;
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
    const { turn, pane, total } = this;
    this.draw(true);
    this.verdict(pane.words.paying, '');
    const [paid, outcome] = await this.ask(pane, total);
    if (turn !== this.turn || !this.dialog.open) {
      pane.tell(outcome);
      return;
    }
    this.paid = paid;
    this.verdict(outcome, paid ? 'good' : 'bad');
    byId('payment-cancel').hidden = paid;
    await this.look();
    byId('payment-pay').focus();
  }

  async ask({ words, server }, total) {
    try {
      const { state, reason } = await server.act('pay', this.which);
      return (state === 'paid') ? [true, `✓ ${words.paidNow(total)}`] : [false, words.payRefused + (reason || '')];
    } catch (error) {
      return [false, words.payRefused + (error instanceof TypeError ? words.noConnection : error.message)];
    }
  }

  verdict(text, kind) {
    const verdict = byId('verdict');
    verdict.hidden = !text;
    verdict.className = `verdict ${kind}`;
    verdict.textContent = text;
  }
}
