package studio.avatar.sandbox.telegram.payment;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import studio.avatar.sandbox.telegram.chat.Bill;
import studio.avatar.sandbox.telegram.chat.ChatMessage;
import studio.avatar.sandbox.telegram.chat.Chats;
import studio.avatar.sandbox.telegram.chat.Contact;
import studio.avatar.sandbox.telegram.chat.Contacts;
import studio.avatar.sandbox.telegram.payment.PaymentOutcome.Reason;
import studio.avatar.sandbox.telegram.person.Speech;
import studio.avatar.sandbox.telegram.update.Updates;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * People pay invoices and the bot gives back: first the bot is asked, then the Stars are
 * taken, then the bot is told.
 */
public final class Payments {

	/** How a refund ended. */
	public enum Refund {

		/** The Stars are back in the wallet. */
		DONE,
		/** They were given back before. */
		DONE_BEFORE,
		/** That person never made that payment. */
		UNKNOWN

	}

	private final Contacts contacts;

	private final Chats chats;

	private final Speech speech;

	private final Updates updates;

	private final Checkouts checkouts;

	private final Wallets wallets;

	private final StarTransactions transactions;

	private final InvoiceLinks links;

	public Payments(Contacts contacts, Chats chats, Speech speech, Updates updates, Checkouts checkouts,
			Wallets wallets, StarTransactions transactions, InvoiceLinks links) {
		this.contacts = contacts;
		this.chats = chats;
		this.speech = speech;
		this.updates = updates;
		this.checkouts = checkouts;
		this.wallets = wallets;
		this.transactions = transactions;
		this.links = links;
	}

	/**
	 * A person pays an invoice in their chat; waits for the bot, up to 10 seconds.
	 * @throws NoSuchElementException when there is no such invoice
	 */
	public PaymentOutcome pay(long personId, long messageId) {
		ChatMessage message = invoice(personId, messageId);
		if (paid(message)) {
			return PaymentOutcome.refused(Reason.PAID, "this invoice was paid before");
		}
		return checkout(personId, asked(message), messageId);
	}

	/**
	 * A person pays behind a link; waits for the bot, up to 10 seconds.
	 * @throws NoSuchElementException when there is no such link
	 */
	public PaymentOutcome pay(long personId, String link) {
		Invoice invoice = this.links.find(link)
			.orElseThrow(() -> new NoSuchElementException("no invoice lies behind " + link));
		return checkout(personId, invoice, 0);
	}

	private PaymentOutcome checkout(long personId, Invoice invoice, long messageId) {
		Contact person = this.contacts.speaker(personId);
		if (this.wallets.stars(personId) < invoice.total()) {
			return poor();
		}
		Checkouts.Checkout checkout = this.checkouts.begin();
		ObjectNode query = JsonMapper.shared().createObjectNode().put("id", checkout.queryId());
		query.set("from", person.user());
		this.updates.add("pre_checkout_query", query.setAll(invoice.due()));
		Optional<String> objection = this.checkouts.await(checkout);
		if (objection.isEmpty()) {
			return PaymentOutcome.refused(Reason.TIMEOUT, "the bot did not answer within 10 seconds");
		}
		return objection.get().isEmpty() ? settle(person, invoice, messageId)
				: PaymentOutcome.refused(Reason.BOT, objection.get());
	}

	/** Two devices may ask at the same time; only one of them pays. */
	private synchronized PaymentOutcome settle(Contact person, Invoice invoice, long messageId) {
		Optional<ChatMessage> message = this.chats.find(person.id(), messageId);
		if (message.filter(Payments::paid).isPresent()) {
			return PaymentOutcome.refused(Reason.PAID, "this invoice was paid before");
		}
		int stars = this.wallets.stars(person.id());
		if (stars < invoice.total()) {
			return poor();
		}
		String chargeId = "stx" + UUID.randomUUID().toString().replace("-", "");
		this.speech.together(() -> {
			this.wallets.set(person.id(), stars - invoice.total());
			this.transactions
				.add(new StarTransaction(chargeId, person.id(), invoice.total(), invoice.payload(), this.chats.now()));
			this.chats.find(person.id(), messageId).ifPresent(this.chats::settle);
			this.speech.say(person, service("successful_payment", invoice, chargeId));
		});
		return new PaymentOutcome.Paid();
	}

	/** The bot gives the Stars of a payment back. */
	public synchronized Refund refund(long personId, String chargeId) {
		List<StarTransaction> before = this.transactions.find(chargeId);
		Optional<Contact> person = this.contacts.find(personId);
		if (person.isEmpty() || before.isEmpty() || before.getFirst().personId() != personId) {
			return Refund.UNKNOWN;
		}
		if (before.size() > 1) {
			return Refund.DONE_BEFORE;
		}
		StarTransaction payment = before.getFirst();
		Invoice invoice = new Invoice("", "", payment.payload(), "", payment.amount());
		this.speech.together(() -> {
			this.transactions.add(payment.refund(this.chats.now()));
			this.wallets.set(personId, this.wallets.stars(personId) + payment.amount());
			this.speech.announce(person.get(), service("refunded_payment", invoice, chargeId));
		});
		return Refund.DONE;
	}

	/**
	 * The bot's transactions as Bot API {@code StarTransaction} objects, oldest first.
	 */
	public ArrayNode transactions(int offset, int limit) {
		ArrayNode page = JsonMapper.shared().createArrayNode();
		this.transactions.page(offset, limit)
			.forEach((one) -> page.add(one.json(this.contacts.find(one.personId()).orElseThrow().user())));
		return page;
	}

	/** The Stars the bot has. */
	public int balance() {
		return this.transactions.balance();
	}

	private static ObjectNode service(String field, Invoice invoice, String chargeId) {
		ObjectNode content = JsonMapper.shared().createObjectNode();
		content.set(field,
				invoice.due().put("telegram_payment_charge_id", chargeId).put("provider_payment_charge_id", chargeId));
		return content;
	}

	private ChatMessage invoice(long personId, long messageId) {
		return this.chats.find(personId, messageId)
			.filter((message) -> message.bill() != null)
			.orElseThrow(() -> new NoSuchElementException("message " + messageId + " is no invoice"));
	}

	private static Invoice asked(ChatMessage message) {
		Bill bill = Objects.requireNonNull(message.bill());
		return new Invoice("", "", bill.payload(), "", message.json().path("invoice").path("total_amount").asInt());
	}

	private static boolean paid(ChatMessage message) {
		return message.bill() != null && message.bill().paid();
	}

	private static PaymentOutcome poor() {
		return PaymentOutcome.refused(Reason.POOR, "there are not enough Stars in the wallet");
	}

}
