package studio.avatar.sandbox.telegram;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import studio.avatar.sandbox.telegram.payment.PaymentOutcome;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * People in another process do and see the same, and other processes read the journal and
 * set faults.
 */
class RemotePersonTests {

	private final TelegramSimulator telegram = TelegramSimulator.start();

	private final RemotePerson ann = RemotePerson.at(this.telegram.url(), 7, "Ann", "en");

	private final BotClient bot = new BotClient(this.telegram);

	@AfterEach
	void stop() {
		this.telegram.close();
	}

	@Test
	void aRemotePersonSeesWhatALocalOneSees() {
		this.ann.sends("/start");
		this.ann.sendsPhoto(Pictures.jpeg(100, 100), "cap");
		this.ann.sendsAlbum(List.of(Pictures.jpeg(100, 100), Pictures.jpeg(100, 100)));
		this.ann.sendsDocument("ä.txt", "text/plain", "words".getBytes());
		card();
		List<SimulatedMessage> seen = this.ann.messages();
		assertThat(seen).hasSize(6).isEqualTo(this.telegram.person(7, "Ann", "en").messages());
		assertThat(seen.get(4).documentName()).isEqualTo("ä.txt");
		assertThat(this.ann.file(Objects.requireNonNull(seen.get(4).photoFileId()))).isEqualTo("words".getBytes());
	}

	@Test
	void aRemotePressIsAnswered() {
		card();
		this.ann.presses(this.ann.lastFromBot().orElseThrow(), "Go");
		JsonNode query = this.bot.result("getUpdates", "{}").path(0).path("callback_query");
		this.bot.result("answerCallbackQuery",
				"{'callback_query_id': '" + query.path("id").asString() + "', 'text': 'Done'}");
		assertThat(this.ann.toasts()).extracting(CallbackAnswer::text).containsExactly("Done");
	}

	@Test
	void aRemotePersonBlocksTheBot() {
		this.ann.blocksBot();
		assertThat(this.bot.refusal("sendMessage", "{'chat_id': 7, 'text': 'x'}")).startsWith("403");
	}

	@Test
	void theJournalIsReadFromOutside() throws Exception {
		card();
		this.bot.result("getMe", "{}");
		String journal = control("GET", "/control/journal?method=sendMessage&chat=7", "");
		assertThat(journal).contains("\"text\":\"card\"").doesNotContain("getMe");
	}

	@Test
	void faultsAreSetFromOutside() throws Exception {
		control("POST", "/control/faults",
				"{\"method\": \"sendMessage\", \"fault\": \"floodWait\", \"retryAfterSeconds\": 3}");
		assertThat(this.bot.refusal("sendMessage", "{'chat_id': 7, 'text': 'x'}")).startsWith("429");
	}

	@Test
	void aPageWithoutAnOriginAndAVerbThatMeansNothingAreRefused() throws Exception {
		HttpRequest nowhere = HttpRequest.newBuilder(this.telegram.url().resolve("/chat/people/7/text"))
			.header("Origin", "null")
			.POST(BodyPublishers.ofString(""))
			.build();
		assertThat(BotClient.HTTP.send(nowhere, BodyHandlers.ofString()).statusCode()).isEqualTo(403);
		assertThat(control("DELETE", "/chat/people/7/messages", "")).contains("nothing is done here by DELETE");
	}

	@Test
	void aFaultIsListedByTheWordItWasAskedForWith() throws Exception {
		control("POST", "/control/faults", "{\"method\": \"getMe\", \"fault\": \"slow\", \"millis\": 4}");
		assertThat(control("GET", "/control/faults", "")).contains("\"fault\":\"slow\"");
		assertThat(control("POST", "/control/faults", "{\"method\": \"getYou\", \"fault\": \"cutBefore\"}"))
			.contains("no method is served that is called getYou");
	}

	@Test
	void anInvoiceIsPaidFromAnotherProcess() throws Exception {
		control("POST", "/chat/people/7/wallet", "{\"stars\": 5}");
		this.bot.result("sendInvoice", "{'chat_id': 7, 'title': 'T', 'description': 'D', 'payload': 'p', "
				+ "'currency': 'XTR', 'prices': [{'label': 'L', 'amount': 3}]}");
		CompletableFuture<PaymentOutcome> payment = CompletableFuture
			.supplyAsync(() -> this.ann.pays(this.ann.lastFromBot().orElseThrow()));
		String query = this.bot.result("getUpdates", "{'timeout': 10}").at("/0/pre_checkout_query/id").asString();
		this.bot.result("answerPreCheckoutQuery", "{'pre_checkout_query_id': '" + query + "', 'ok': true}");
		assertThat(payment.get(5, TimeUnit.SECONDS)).isEqualTo(new PaymentOutcome.Paid());
		assertThat(this.ann.stars()).isEqualTo(2);
		assertThat(this.ann.pays(this.ann.messages().getFirst()))
			.isEqualTo(PaymentOutcome.refused(PaymentOutcome.Reason.PAID, "this invoice was paid before"));
		assertThat(this.ann.messages().getFirst().invoice()).isEqualTo(new SimulatedInvoice("T", "D", 3, true));
	}

	@Test
	void aPageFromElsewhereMayNotChangeAnything() throws Exception {
		HttpRequest request = HttpRequest.newBuilder(this.telegram.url().resolve("/chat/people/7/text"))
			.header("Origin", "https://evil.example")
			.header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString("{\"text\": \"/start\"}"))
			.build();
		assertThat(BotClient.HTTP.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(403);
		assertThat(this.ann.messages()).isEmpty();
	}

	private String control(String verb, String path, String body) throws Exception {
		HttpRequest request = HttpRequest.newBuilder(this.telegram.url().resolve(path))
			.header("Content-Type", "application/json")
			.method(verb, BodyPublishers.ofString(body))
			.build();
		return BotClient.HTTP.send(request, BodyHandlers.ofString()).body();
	}

	private void card() {
		this.bot.result("sendMessage", "{'chat_id': 7, 'text': 'card', 'reply_markup': "
				+ "{'inline_keyboard': [[{'text': 'Go', 'callback_data': 'go'}]]}}");
	}

}
