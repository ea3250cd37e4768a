package studio.avatar.sandbox.telegram.api;

import java.nio.charset.StandardCharsets;
import java.util.List;

import studio.avatar.sandbox.telegram.chat.Chats;
import studio.avatar.sandbox.telegram.chat.Contact;
import studio.avatar.sandbox.telegram.payment.Checkouts;
import studio.avatar.sandbox.telegram.payment.Invoice;
import studio.avatar.sandbox.telegram.payment.InvoiceLinks;
import studio.avatar.sandbox.telegram.payment.Payments;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The methods about Telegram Stars: asking for them, agreeing, giving back, looking them
 * up.
 */
final class Paying {

	/** Telegram names no upper end; this one keeps an error in a price from passing. */
	private static final int MOST = 100_000;

	private final Targets targets;

	private final Chats chats;

	private final Checkouts checkouts;

	private final Payments payments;

	private final InvoiceLinks links;

	Paying(Targets targets, Chats chats, Checkouts checkouts, Payments payments, InvoiceLinks links) {
		this.targets = targets;
		this.chats = chats;
		this.checkouts = checkouts;
		this.payments = payments;
		this.links = links;
	}

	List<ApiMethod> methods() {
		return List
			.of(ApiMethod.of("sendInvoice", this::send, "chat_id", "title", "description", "payload", "provider_token",
					"currency", "prices", "start_parameter", "disable_notification", "protect_content", "reply_markup"),
					ApiMethod.of("createInvoiceLink", this::link, "title", "description", "payload", "provider_token",
							"currency", "prices"),
					ApiMethod.of("answerPreCheckoutQuery", this::agree, "pre_checkout_query_id", "ok", "error_message"),
					ApiMethod.of("refundStarPayment", this::refund, "user_id", "telegram_payment_charge_id"),
					ApiMethod.of("getStarTransactions", this::transactions, "offset", "limit"),
					ApiMethod.of("getMyStarBalance", (call) -> object().put("amount", this.payments.balance())));
	}

	private JsonNode send(Call call) {
		if (!(this.targets.listener(call, "invoices") instanceof Contact contact)) {
			throw Refusal.badRequest("the simulator takes invoices in private chats only");
		}
		Invoice invoice = invoice(call);
		ObjectNode content = invoice.content();
		content.setAll(Keyboard.ofInvoice(call, invoice.total()));
		if (call.flag("protect_content")) {
			content.put("has_protected_content", true);
		}
		return this.chats.addInvoice(contact, content, invoice.bill()).json();
	}

	private JsonNode link(Call call) {
		return JsonNodeFactory.instance.stringNode(this.links.add(invoice(call)));
	}

	private static Invoice invoice(Call call) {
		String title = within(call, "title", 32);
		String description = within(call, "description", 255);
		String payload = call.required("payload");
		if (payload.getBytes(StandardCharsets.UTF_8).length > 128) {
			throw Refusal.badRequest("INVOICE_PAYLOAD_INVALID");
		}
		String currency = call.required("currency");
		int total = total(call);
		if (!currency.equals(Invoice.STARS)) {
			throw Refusal.badRequest("PAYMENT_PROVIDER_INVALID");
		}
		if (call.text("provider_token").isPresent()) {
			throw Refusal.badRequest("STARS_INVOICE_INVALID");
		}
		String start = call.text("start_parameter").orElse("");
		if (!start.matches("[A-Za-z0-9_-]{0,64}")) {
			throw Refusal.badRequest("START_PARAM_INVALID");
		}
		return new Invoice(title, description, payload, start, total);
	}

	private static String within(Call call, String name, int most) {
		String text = call.required(name).strip();
		if (text.isEmpty() || text.codePointCount(0, text.length()) > most) {
			throw Refusal.badRequest("the " + name + " of an invoice has 1-" + most + " characters");
		}
		return text;
	}

	private static int total(Call call) {
		call.required("prices");
		JsonNode prices = call.json("prices").orElseThrow();
		if (prices.isEmpty()) {
			throw Refusal.badRequest("there must be at least one price");
		}
		if (prices.path(0).path("label").asString("").isEmpty()) {
			throw Refusal.badRequest("can't parse labeled price: LabeledPrice label must be non-empty");
		}
		if (prices.size() > 1) {
			throw Refusal.badRequest("STARS_INVOICE_INVALID");
		}
		long amount = prices.path(0).path("amount").asLong();
		if (amount < 1 || amount > MOST) {
			throw Refusal.badRequest("CURRENCY_TOTAL_AMOUNT_INVALID");
		}
		return (int) amount;
	}

	private JsonNode agree(Call call) {
		String objection = call.flag("ok") ? "" : call.required("error_message");
		if (!this.checkouts.answer(call.text("pre_checkout_query_id").orElse(""), objection)) {
			throw Refusal.badRequest("query is too old and response timeout expired or query ID is invalid");
		}
		return JsonNodeFactory.instance.booleanNode(true);
	}

	private JsonNode refund(Call call) {
		long personId = call.number("user_id")
			.filter((id) -> id > 0)
			.orElseThrow(() -> Refusal.badRequest("invalid user_id specified"));
		return switch (this.payments.refund(personId, call.required("telegram_payment_charge_id"))) {
			case DONE -> JsonNodeFactory.instance.booleanNode(true);
			case DONE_BEFORE -> throw Refusal.badRequest("CHARGE_ALREADY_REFUNDED");
			case UNKNOWN -> throw Refusal.badRequest("CHARGE_NOT_FOUND");
		};
	}

	private JsonNode transactions(Call call) {
		ObjectNode page = object();
		page.set("transactions", this.payments.transactions((int) call.number("offset", 0, 0, Integer.MAX_VALUE),
				(int) call.number("limit", 100, 1, 100)));
		return page;
	}

	private static ObjectNode object() {
		return JsonMapper.shared().createObjectNode();
	}

}
