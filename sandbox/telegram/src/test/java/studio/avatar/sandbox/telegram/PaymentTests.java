package studio.avatar.sandbox.telegram;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.avatar.sandbox.telegram.TelegramSimulator.Settings;
import studio.avatar.sandbox.telegram.payment.PaymentOutcome;
import studio.avatar.sandbox.telegram.payment.PaymentOutcome.Reason;
import studio.avatar.sandbox.telegram.specification.Specification;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Stars are asked for, agreed on, paid and given back.
 */
@Timeout(30)
class PaymentTests {

	private static final String INVOICE = "'title': 'Stars', 'description': '100 credits', 'payload': 'pack:100', "
			+ "'currency': 'XTR', 'prices': [{'label': 'Pack', 'amount': 250}]";

	private static final String TOO_OLD = "400 Bad Request: query is too old and response timeout expired or query ID "
			+ "is invalid";

	private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T10:00:00Z"));

	private final TelegramSimulator telegram = TelegramSimulator.start(Settings.inMemory(), this.now::get);

	private final SimulatedPerson ann = this.telegram.person(7, "Ann", "en");

	private final BotClient bot = new BotClient(this.telegram);

	private long offset;

	@AfterEach
	void stop() {
		this.telegram.close();
	}

	@Test
	void anInvoiceIsSeenWithItsPriceAndAPayButton() {
		JsonNode sent = this.bot.result("sendInvoice", "{'chat_id': 7, " + INVOICE + "}");
		SimulatedMessage seen = this.ann.lastFromBot().orElseThrow();
		assertThat(seen.invoice()).isEqualTo(new SimulatedInvoice("Stars", "100 credits", 250, false));
		assertThat(seen.labels()).containsExactly("Pay ⭐️250");
		assertThat(sent.path("invoice").propertyNames()).containsExactly("title", "description", "start_parameter",
				"currency", "total_amount");
	}

	@Test
	void aPaymentTheBotAgreesToTakesTheStarsAndTellsTheBot() {
		CompletableFuture<PaymentOutcome> payment = pays(invoice());
		JsonNode query = next("pre_checkout_query");
		agree(query);
		assertThat(payment.join()).isEqualTo(new PaymentOutcome.Paid());
		JsonNode paid = next("message").path("successful_payment");
		assertThat(paid.path("invoice_payload").asString()).isEqualTo("pack:100");
		assertThat(paid.path("telegram_payment_charge_id").asString()).isNotBlank();
		assertThat(this.ann.stars()).isEqualTo(9_750);
		assertThat(this.ann.lastFromBot().orElseThrow().invoice()).matches((invoice) -> invoice.paid());
		assertThat(this.bot.result("getMyStarBalance", "{}").path("amount").asInt()).isEqualTo(250);
	}

	@Test
	void theBotsRefusalIsReadByThePersonAndNothingIsTaken() {
		CompletableFuture<PaymentOutcome> payment = pays(invoice());
		this.bot.result("answerPreCheckoutQuery", "{'pre_checkout_query_id': '"
				+ next("pre_checkout_query").path("id").asString() + "', 'ok': false, 'error_message': 'Sold out'}");
		assertThat(payment.join()).isEqualTo(PaymentOutcome.refused(Reason.BOT, "Sold out"));
		assertThat(this.ann.stars()).isEqualTo(10_000);
	}

	@Test
	void aPaymentTheBotDoesNotAnswerIsCancelledAfterTenSeconds() {
		CompletableFuture<PaymentOutcome> payment = pays(invoice());
		JsonNode query = next("pre_checkout_query");
		this.now.updateAndGet((instant) -> instant.plusSeconds(10));
		assertThat(payment.join()).isInstanceOfSatisfying(PaymentOutcome.Refused.class,
				(refused) -> assertThat(refused.reason()).isEqualTo(Reason.TIMEOUT));
		assertThat(this.bot.refusal("answerPreCheckoutQuery",
				"{'pre_checkout_query_id': '" + query.path("id").asString() + "', 'ok': true}"))
			.isEqualTo(TOO_OLD);
		assertThat(this.ann.stars()).isEqualTo(10_000);
	}

	@Test
	void whoHasTooFewStarsIsRefusedBeforeTheBotIsAsked() {
		SimulatedMessage invoice = invoice();
		this.ann.has(249);
		assertThat(this.ann.pays(invoice)).isInstanceOfSatisfying(PaymentOutcome.Refused.class,
				(refused) -> assertThat(refused.reason()).isEqualTo(Reason.POOR));
		assertThat(this.bot.result("getUpdates", "{}")).isEmpty();
	}

	@Test
	void anInvoiceIsPaidOnce() {
		SimulatedMessage invoice = invoice();
		paid(invoice);
		assertThat(this.ann.pays(invoice)).isInstanceOfSatisfying(PaymentOutcome.Refused.class,
				(refused) -> assertThat(refused.reason()).isEqualTo(Reason.PAID));
	}

	@Test
	void aLinkIsPaidByWhoeverHasIt() {
		String link = this.bot.result("createInvoiceLink", "{" + INVOICE + "}").asString();
		CompletableFuture<PaymentOutcome> payment = CompletableFuture.supplyAsync(() -> this.ann.paysLink(link));
		agree(next("pre_checkout_query"));
		assertThat(payment.join()).isEqualTo(new PaymentOutcome.Paid());
		assertThat(next("message").path("successful_payment").path("total_amount").asInt()).isEqualTo(250);
	}

	@Test
	void aRefundGivesTheStarsBackOnce() {
		String charge = paid(invoice());
		String refund = "{'user_id': 7, 'telegram_payment_charge_id': '" + charge + "'}";
		this.bot.result("refundStarPayment", refund);
		assertThat(this.ann.stars()).isEqualTo(10_000);
		assertThat(next("message").path("refunded_payment").path("telegram_payment_charge_id").asString())
			.isEqualTo(charge);
		assertThat(this.bot.refusal("refundStarPayment", refund)).isEqualTo("400 Bad Request: CHARGE_ALREADY_REFUNDED");
		assertThat(this.bot.refusal("refundStarPayment", "{'user_id': 7, 'telegram_payment_charge_id': 'other'}"))
			.isEqualTo("400 Bad Request: CHARGE_NOT_FOUND");
		assertThat(this.ann.stars()).isEqualTo(10_000);
	}

	@Test
	void transactionsListWhatCameAndWhatWentBackUnderOneName() {
		String charge = paid(invoice());
		this.bot.result("refundStarPayment", "{'user_id': 7, 'telegram_payment_charge_id': '" + charge + "'}");
		JsonNode all = this.bot.result("getStarTransactions", "{}").path("transactions");
		assertThat(all.valueStream().map((one) -> one.path("id").asString())).containsExactly(charge, charge);
		assertThat(all.path(0).path("source").path("user").path("id").asLong()).isEqualTo(7);
		assertThat(all.path(1).path("receiver").path("invoice_payload").asString()).isEqualTo("pack:100");
		assertThat(this.bot.result("getStarTransactions", "{'offset': 1, 'limit': 1}").path("transactions").size())
			.isEqualTo(1);
	}

	@Test
	void everythingAboutAPaymentHasTelegramsShape() {
		JsonNode message = this.bot.result("sendInvoice", "{'chat_id': 7, " + INVOICE + "}");
		String charge = paid(this.ann.lastFromBot().orElseThrow());
		this.bot.result("refundStarPayment", "{'user_id': 7, 'telegram_payment_charge_id': '" + charge + "'}");
		Specification specification = Specification.load();
		assertThat(specification.complaints(List.of("Message"), message)).isEmpty();
		assertThat(specification.complaints(List.of("Array of Update"), this.bot.result("getUpdates", "{}"))).isEmpty();
		assertThat(specification.complaints(List.of("StarTransactions"), this.bot.result("getStarTransactions", "{}")))
			.isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					'title': 'T'             | 'title': ''              | parameter "title" is required
					'title': 'T'             | 'title': 'TTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTTT' | the title of an invoice has 1-32 characters
					'payload': 'p'           | 'payload': ''            | parameter "payload" is required
					'currency': 'XTR'        | 'currency': 'EUR'        | PAYMENT_PROVIDER_INVALID
					'provider_token': ''     | 'provider_token': 'x'    | STARS_INVOICE_INVALID
					{'label': 'L', 'amount': 1} |                       | there must be at least one price
					{'label': 'L', 'amount': 1} | {'label': 'L', 'amount': 0} | CURRENCY_TOTAL_AMOUNT_INVALID
					{'label': 'L', 'amount': 1} | {'label': 'L', 'amount': 1}, {'label': 'M', 'amount': 1} | STARS_INVOICE_INVALID
					{'label': 'L', 'amount': 1} | {'label': '', 'amount': 1} | can't parse labeled price: LabeledPrice label must be non-empty
					'start_parameter': ''    | 'start_parameter': 'a b' | START_PARAM_INVALID
					""",
			quoteCharacter = '`')
	void aWrongInvoiceIsRefused(String right, String wrong, String refusal) {
		String invoice = "{'chat_id': 7, 'title': 'T', 'description': 'D', 'payload': 'p', 'currency': 'XTR', "
				+ "'provider_token': '', 'start_parameter': '', 'prices': [{'label': 'L', 'amount': 1}]}";
		assertThat(this.bot.call("sendInvoice", invoice).path("ok").asBoolean()).isTrue();
		assertThat(this.bot.refusal("sendInvoice", invoice.replace(right, (wrong != null) ? wrong : "")))
			.isEqualTo("400 Bad Request: " + refusal);
	}

	@Test
	void onlyTheFirstButtonOfAnInvoicePays() {
		String pay = "{'text': 'Pay', 'pay': true}";
		String other = "{'text': 'No', 'callback_data': 'no'}";
		assertThat(this.bot.call("sendInvoice", withKeyboard(pay + ", " + other)).path("ok").asBoolean()).isTrue();
		assertThat(this.bot.refusal("sendInvoice", withKeyboard(other + ", " + pay)))
			.isEqualTo("400 Bad Request: REPLY_MARKUP_BUY_EMPTY");
		assertThat(this.bot.refusal("sendMessage",
				"{'chat_id': 7, 'text': 'x', 'reply_markup': {'inline_keyboard': [[" + pay + "]]}}"))
			.isEqualTo("400 Bad Request: BUTTON_TYPE_INVALID");
	}

	@Test
	void walletsPaymentsAndLinksSurviveARestart(@TempDir Path folder) {
		Settings settings = new Settings(0, "12345:sandbox", "Bot", folder);
		String link;
		try (TelegramSimulator before = TelegramSimulator.start(settings)) {
			before.person(7, "Ann", "en").has(300);
			BotClient bot = new BotClient(before);
			bot.result("sendInvoice", "{'chat_id': 7, " + INVOICE + "}");
			link = bot.result("createInvoiceLink", "{" + INVOICE + "}").asString();
		}
		try (TelegramSimulator after = TelegramSimulator.start(settings)) {
			SimulatedPerson person = after.person(7, "Ann", "en");
			BotClient bot = new BotClient(after);
			CompletableFuture<PaymentOutcome> payment = CompletableFuture
				.supplyAsync(() -> person.pays(person.lastFromBot().orElseThrow()));
			JsonNode query = bot.result("getUpdates", "{'timeout': 10}").path(0).path("pre_checkout_query");
			bot.result("answerPreCheckoutQuery",
					"{'pre_checkout_query_id': '" + query.path("id").asString() + "', 'ok': true}");
			assertThat(payment.join()).isEqualTo(new PaymentOutcome.Paid());
			assertThat(person.stars()).isEqualTo(50);
		}
		try (TelegramSimulator later = TelegramSimulator.start(settings)) {
			SimulatedPerson person = later.person(7, "Ann", "en");
			assertThat(person.messages().getFirst().invoice()).matches((invoice) -> invoice.paid());
			assertThat(new BotClient(later).result("getMyStarBalance", "{}").path("amount").asInt()).isEqualTo(250);
			assertThat(person.paysLink(link)).isInstanceOfSatisfying(PaymentOutcome.Refused.class,
					(refused) -> assertThat(refused.reason()).isEqualTo(Reason.POOR));
		}
	}

	@Test
	void aKillLeavesAPaymentWholeOrNotMade(@TempDir Path folder) throws IOException {
		Settings settings = new Settings(0, "12345:sandbox", "Bot", folder);
		try (TelegramSimulator running = TelegramSimulator.start(settings)) {
			SimulatedPerson person = running.person(7, "Ann", "en");
			BotClient client = new BotClient(running);
			client.result("sendInvoice", "{'chat_id': 7, " + INVOICE + "}");
			CompletableFuture<PaymentOutcome> payment = CompletableFuture
				.supplyAsync(() -> person.pays(person.lastFromBot().orElseThrow()));
			String query = client.result("getUpdates", "{'timeout': 10}").at("/0/pre_checkout_query/id").asString();
			client.result("answerPreCheckoutQuery", "{'pre_checkout_query_id': '" + query + "', 'ok': true}");
			payment.join();
		}
		Path log = folder.resolve("changes.jsonl");
		List<String> lines = Files.readAllLines(log);
		Set<Boolean> seen = new HashSet<>();
		for (int kept = lines.size(); kept >= 1; kept--) {
			Files.write(log, lines.subList(0, kept));
			seen.add(paidWhollyOrNot(settings));
		}
		assertThat(seen).containsExactlyInAnyOrder(true, false);
	}

	private static boolean paidWhollyOrNot(Settings settings) {
		try (TelegramSimulator after = TelegramSimulator.start(settings)) {
			BotClient client = new BotClient(after);
			SimulatedPerson person = after.person(7, "Ann", "en");
			boolean taken = person.stars() < 10_000;
			assertThat(client.result("getMyStarBalance", "{}").path("amount").asInt()).isEqualTo(taken ? 250 : 0);
			assertThat(client.result("getUpdates", "{}").findValues("successful_payment")).hasSize(taken ? 1 : 0);
			assertThat(person.messages().stream().map(SimulatedMessage::invoice).filter(Objects::nonNull))
				.allMatch((invoice) -> invoice.paid() == taken);
			return taken;
		}
	}

	private static String withKeyboard(String row) {
		return "{'chat_id': 7, " + INVOICE + ", 'reply_markup': {'inline_keyboard': [[" + row + "]]}}";
	}

	private SimulatedMessage invoice() {
		this.bot.result("sendInvoice", "{'chat_id': 7, " + INVOICE + "}");
		return this.ann.lastFromBot().orElseThrow();
	}

	private CompletableFuture<PaymentOutcome> pays(SimulatedMessage invoice) {
		return CompletableFuture.supplyAsync(() -> this.ann.pays(invoice)).orTimeout(5, TimeUnit.SECONDS);
	}

	private String paid(SimulatedMessage invoice) {
		CompletableFuture<PaymentOutcome> payment = pays(invoice);
		agree(next("pre_checkout_query"));
		payment.join();
		return next("message").path("successful_payment").path("telegram_payment_charge_id").asString();
	}

	private void agree(JsonNode query) {
		this.bot.result("answerPreCheckoutQuery",
				"{'pre_checkout_query_id': '" + query.path("id").asString() + "', 'ok': true}");
	}

	private JsonNode next(String type) {
		JsonNode update = this.bot.result("getUpdates", "{'offset': " + this.offset + ", 'limit': 1, 'timeout': 10}")
			.path(0);
		this.offset = update.path("update_id").asLong() + 1;
		return update.path(type);
	}

}
