package studio.avatar.sandbox.telegram;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

import org.awaitility.core.ConditionFactory;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import studio.avatar.sandbox.telegram.fault.Fault;
import studio.avatar.sandbox.telegram.journal.ApiCall;
import studio.avatar.sandbox.telegram.payment.PaymentOutcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A bot written with grammY talks to the simulator as it would to Telegram: what the
 * library takes for granted holds here, too.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StrangersBotIT {

	private final TelegramSimulator telegram = TelegramSimulator.start();

	private StrangersBot bot;

	private long people = 100;

	@BeforeAll
	void start() throws IOException {
		StrangersBot.install();
		this.bot = StrangersBot.polling(this.telegram);
	}

	@AfterAll
	void stop() {
		if (this.bot != null) {
			this.bot.close();
		}
		this.telegram.close();
	}

	@Test
	void aCommandWithAnArgumentIsAnsweredWithAKeyboard() {
		SimulatedPerson ann = somebody();

		ann.sends("/start gift_7");

		SimulatedMessage answer = reads(ann, "Hello Ann, you bring gift_7");
		assertThat(answer.labels()).containsExactly("Like", "Site", "Same");
		assertThat(answer.button("Site").url()).isEqualTo("https://example.org/");
	}

	@Test
	void aPressIsAnsweredAndTheMessageEdited() {
		SimulatedPerson ann = somebody();
		ann.sends("/start");
		SimulatedMessage card = reads(ann, "Hello Ann, you bring nothing");

		ann.presses(card, "Like");

		SimulatedMessage edited = reads(ann, "You like it");
		assertThat(edited.messageId()).isEqualTo(card.messageId());
		assertThat(edited.labels()).containsExactly("Same");
		assertThat(ann.toasts()).singleElement().satisfies((toast) -> assertThat(toast.text()).isEqualTo("Liked"));
	}

	@Test
	void anEditThatChangesNothingIsRefusedInTelegramsWords() {
		SimulatedPerson ann = somebody();
		ann.sends("/start");

		ann.presses(reads(ann, "Hello Ann"), "Same");

		reads(ann, "400 Bad Request: message is not modified: specified new message content and reply markup are "
				+ "exactly the same as a current content and reply markup of the message");
	}

	@Test
	void entitiesKeepTheirPlaceBehindAnEmojiOfSeveralCodePoints() {
		SimulatedPerson ann = somebody();

		ann.sends("/style");

		SimulatedMessage styled = reads(ann, "👩‍🎨 bold and code");
		assertThat(styled.entities().valueStream().map((entity) -> entity.path("type").asString()))
			.containsExactly("bold", "code");
		assertThat(styled.entities().path(0).path("offset").asInt()).isEqualTo(6);
	}

	@Test
	void htmlBecomesEntities() {
		SimulatedPerson ann = somebody();

		ann.sends("/html");

		SimulatedMessage styled = reads(ann, "bold & italic");
		assertThat(styled.entities().valueStream().map((entity) -> entity.path("type").asString()))
			.containsExactly("bold", "italic");
	}

	@Test
	void aPhotoGoesUpAndDown() {
		SimulatedPerson ann = somebody();
		ann.sendsPhoto(Pictures.jpeg(640, 480), "look");

		SimulatedMessage back = sees(ann, (message) -> text(message).endsWith(" bytes"));

		int size = Integer.parseInt(text(back).replace(" bytes", ""));
		assertThat(ann.file(Objects.requireNonNull(back.photoFileId()))).isNotEmpty();
		assertThat(size).isGreaterThan(1000);
	}

	@Test
	void aDocumentComesBackWithItsNameAndBytes() {
		SimulatedPerson ann = somebody();
		byte[] content = { 1, 2, 3, 0, -1, 13, 10 };

		ann.sendsDocument("note.bin", "application/octet-stream", content);

		SimulatedMessage back = sees(ann, (message) -> "back-note.bin".equals(message.documentName()));
		assertThat(ann.file(Objects.requireNonNull(back.photoFileId()))).isEqualTo(content);
	}

	@Test
	void albumsGoBothWays() {
		SimulatedPerson ann = somebody();
		ann.sends("/album");
		SimulatedMessage first = sees(ann, (message) -> text(message).equals("two of them"));

		ann.sendsAlbum(List.of(Pictures.jpeg(90, 90), Pictures.jpeg(91, 90)));

		awaiting().untilAsserted(() -> assertThat(fromBot(ann)).extracting(StrangersBotIT::text)
			.filteredOn((text) -> text.startsWith("part of an album"))
			.hasSize(2));
		assertThat(fromBot(ann)).filteredOn((message) -> Objects.equals(message.mediaGroupId(), first.mediaGroupId()))
			.hasSize(2);
	}

	@Test
	void captionAndMediaOfAMessageChange() {
		SimulatedPerson ann = somebody();

		ann.sends("/change");

		SimulatedMessage changed = reads(ann, "another");
		assertThat(changed.editions()).isEqualTo(2);
	}

	@Test
	void aDeletedMessageIsGoneAndCannotBeDeletedAgain() {
		SimulatedPerson ann = somebody();

		ann.sends("/vanish");

		reads(ann, "400 Bad Request: message to delete not found");
		assertThat(fromBot(ann)).extracting(StrangersBotIT::text).doesNotContain("now you see me");
	}

	@Test
	void refusalsReadAsInTelegram() {
		SimulatedPerson ann = somebody();

		ann.sends("/wrong");

		assertThat(text(reads(ann, "400")).lines()).containsExactly("400 Bad Request: chat not found",
				"400 Bad Request: message text is empty", "400 Bad Request: message to edit not found",
				"400 Bad Request: query is too old and response timeout expired or query ID is invalid",
				"400 Bad Request: invalid file_id", "400 Bad Request: wrong file identifier/HTTP URL specified");
	}

	@Test
	void theCommandsOfTheBotAreKept() {
		SimulatedPerson ann = somebody();

		ann.sends("/commands");

		reads(ann, "/start Begin, /album Two");
	}

	@Test
	void theLibraryWaitsOutAFloodWaitAndSaysItOnce() {
		SimulatedPerson ann = somebody();
		this.telegram.faults().next("sendMessage", Fault.floodWait(1));

		ann.sends("patience");

		reads(ann, "You said: patience");
		List<ApiCall> calls = this.telegram.journal().ofChat(ann.id());
		assertThat(calls).extracting(ApiCall::ok).containsExactly(false, true);
		assertThat(Duration.between(calls.getFirst().at(), calls.getLast().at())).isGreaterThan(Duration.ofMillis(950));
	}

	@Test
	void somethingIsBoughtWithStarsAndGivenBackOnce() {
		SimulatedPerson ann = somebody();
		int before = ann.stars();
		ann.sends("/buy");

		PaymentOutcome outcome = ann.pays(sees(ann, (message) -> message.invoice() != null));

		assertThat(outcome).isEqualTo(new PaymentOutcome.Paid());
		reads(ann, "Paid 7 XTR for cookie-1");
		reads(ann, "Given back, transaction known: true");
		reads(ann, "400 Bad Request: CHARGE_ALREADY_REFUNDED");
		assertThat(ann.stars()).isEqualTo(before);
	}

	@Test
	void theSameBotIsServedByWebhook() {
		try (TelegramSimulator other = TelegramSimulator.start();
				StrangersBot listening = StrangersBot.byWebhook(other)) {
			SimulatedPerson ann = other.person(7, "Ann", "en");
			ann.sends("/start by_webhook");
			ann.presses(reads(ann, "Hello Ann, you bring by_webhook"), "Like");

			reads(ann, "You like it");
			assertThat(other.journal().calls("getUpdates")).isEmpty();
			assertThat(listening.said()).doesNotContain("failed");
		}
	}

	private SimulatedPerson somebody() {
		return this.telegram.person(++this.people, "Ann", "en");
	}

	private SimulatedMessage reads(SimulatedPerson person, String beginning) {
		return sees(person, (message) -> text(message).startsWith(beginning));
	}

	private SimulatedMessage sees(SimulatedPerson person, Predicate<SimulatedMessage> right) {
		try {
			awaiting().until(() -> fromBot(person).stream().anyMatch(right));
		}
		catch (ConditionTimeoutException ex) {
			throw new AssertionError("The chat reads " + fromBot(person) + "\nthe bot said " + this.bot.said(), ex);
		}
		return fromBot(person).stream().filter(right).findFirst().orElseThrow();
	}

	private static List<SimulatedMessage> fromBot(SimulatedPerson person) {
		return person.messages().stream().filter(SimulatedMessage::fromBot).toList();
	}

	private static String text(SimulatedMessage message) {
		return Objects.requireNonNullElse(message.text(), "");
	}

	private static ConditionFactory awaiting() {
		return await().atMost(Duration.ofSeconds(15)).pollInterval(Duration.ofMillis(30));
	}

}
