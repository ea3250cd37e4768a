package studio.avatar.gateway.reply;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import studio.avatar.common.contract.Button;
import studio.avatar.common.contract.ChatEvent;
import studio.avatar.common.contract.MediaRef;
import studio.avatar.common.contract.Reply;
import studio.avatar.common.contract.RichText;
import studio.avatar.common.messaging.EventCodec;
import studio.avatar.sandbox.telegram.SimulatedMessage;
import studio.avatar.sandbox.telegram.SimulatedPerson;
import studio.avatar.sandbox.telegram.fault.Fault;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What becomes of replies when Telegram is away or refuses, and when an instance dies.
 */
class ReplyBadDaysIT extends RepliesUnderTest {

	@Autowired
	DeliveryRows rows;

	@Autowired
	PlatformTransactionManager transactions;

	@Test
	void anOutageOfTelegramLosesNoReply() {
		SimulatedPerson anna = somebodyKnown();
		IntStream.range(0, 22).forEach((i) -> TELEGRAM.faults().next("sendMessage", Fault.serverError(502)));

		say(anna, show(anna, "a", null, card("After the outage")));
		say(anna, show(anna, "b", null, card("And in order")));

		awaiting().atMost(Duration.ofSeconds(45)).until(() -> said(anna, "And in order")); // a
																							// turn
																							// a
																							// second
		SimulatedMessage last = awaitMessage(anna, "And in order");
		assertThat(awaitMessage(anna, "After the outage").messageId()).isLessThan(last.messageId());
	}

	@Test
	void aReplyOverWhichTelegramStumblesForTooLongIsGivenUp() {
		SimulatedPerson anna = somebodyKnown();
		IntStream.range(0, 1_000).forEach((i) -> TELEGRAM.faults().next("sendDocument", Fault.serverError(500)));
		say(anna, new Reply.SendFile(anna.id(), picture(11), "poison.png", RichText.of("Poison")));
		awaiting().until(() -> !calls(anna, "sendDocument").isEmpty());
		this.database.sql("""
				update delivery set troubled_since = now() - interval '31 minutes', attempts = 1
				where chat_id = ? and status = 'waiting'""").param(anna.id()).update();

		say(anna, show(anna, "b", null, card("Flows on")));

		awaitMessage(anna, "Flows on");
		assertThat(statuses(anna)).contains("failed");
	}

	@Test
	void aReplyWhoseAnswerNeverComesIsGivenUpToo() {
		SimulatedPerson anna = somebodyKnown();
		IntStream.range(0, 1_000).forEach((i) -> TELEGRAM.faults().next("sendPhoto", Fault.cutAfterSuccess()));
		say(anna, show(anna, "a", null, card("Never known").picture(picture(11))));
		awaiting().until(() -> troubled(anna));
		this.database.sql("""
				update delivery set troubled_since = now() - interval '31 minutes', attempts = 1
				where chat_id = ? and status = 'waiting'""").param(anna.id()).update();

		say(anna, show(anna, "b", null, card("Flows on")));

		awaitMessage(anna, "Flows on");
		assertThat(statuses(anna)).contains("failed");
	}

	private boolean troubled(SimulatedPerson person) {
		return this.database
			.sql("select exists (select 1 from delivery where chat_id = ? and troubled_since is not null)")
			.param(person.id())
			.query(Boolean.class)
			.single();
	}

	@Test
	void whatCannotBeRememberedIsSaidOnceAllTheSame() {
		SimulatedPerson anna = somebodyKnown();
		this.database.sql("alter table card_message add constraint refused check (card <> 'refused') not valid")
			.update();
		try {
			say(anna, show(anna, "refused", null, card("Only once")));
			say(anna, show(anna, "b", null, card("And the next")));

			awaitMessage(anna, "And the next");
		}
		finally {
			this.database.sql("alter table card_message drop constraint refused").update();
		}
		assertThat(calls(anna, "sendMessage")).filteredOn((call) -> call.parameters().toString().contains("Only once"))
			.hasSize(1);
	}

	@Test
	void aReplyThatCannotBeReadDoesNotBlockItsChat() {
		SimulatedPerson anna = somebodyKnown();
		this.database.sql("""
				insert into delivery (event_id, chat_id, hurried, type, reply, card, progress, correlation_id)
				values (?, ?, false, 'reply.show-card', ?, 'a', false, 'c')""")
			.params(UUID.randomUUID().toString(), anna.id(), "no JSON".getBytes(StandardCharsets.UTF_8))
			.update();

		say(anna, show(anna, "b", null, card("Flows past it")));

		awaitMessage(anna, "Flows past it");
		assertThat(statuses(anna)).contains("failed");
	}

	@Test
	void whileTelegramWantsPeaceActivitiesAreDroppedAndWordsWait() {
		SimulatedPerson anna = somebodyKnown();
		ChatEvent.ButtonPressed press = presses(anna).event();
		TELEGRAM.faults().next("sendMessage", Fault.floodWait(2));
		say(anna, show(anna, "a", null, card("Patience")));
		awaiting().until(() -> calls(anna, "sendMessage").stream().anyMatch((call) -> !call.ok()));
		Instant begin = Instant.now();

		say(anna, new Reply.ShowActivity(anna.id(), Reply.Activity.TYPING));
		say(anna, new Reply.ShowToast(anna.id(), press.pressId(), "Saved in peace", false));

		awaiting().until(() -> said(anna, "Saved in peace")
				|| anna.toasts().stream().anyMatch((toast) -> toast.text().equals("Saved in peace")));
		assertThat(Duration.between(begin, Instant.now())).isGreaterThan(Duration.ofMillis(1_500));
		assertThat(calls(anna, "sendChatAction")).isEmpty();
	}

	@Test
	void aPhotoThatWentAsAFileGoesAsThatFileTheNextTime() {
		SimulatedPerson anna = somebodyKnown();
		MediaRef wide = picture(17);
		for (String words : List.of("Very wide once", "Very wide twice")) {
			TELEGRAM.faults().next("sendPhoto", Fault.refused(400, "Bad Request: PHOTO_INVALID_DIMENSIONS"));
			say(anna, new Reply.ShowPictures(anna.id(), "generation.17.result", List.of(wide), card(words)));
			awaitMessage(anna, words);
		}

		assertThat(calls(anna, "sendDocument")).hasSize(2)
			.last()
			.satisfies((call) -> assertThat(call.parameters().path("document").asString(""))
				.isEqualTo(this.database.sql("select file_id from document_file_id where sha256 = ?")
					.param(wide.sha256())
					.query(String.class)
					.single()));
	}

	@Test
	void aPhotoTelegramRefusesComesAsAFileWithItsButtons() {
		SimulatedPerson anna = somebodyKnown();
		TELEGRAM.faults().next("sendPhoto", Fault.refused(400, "Bad Request: PHOTO_INVALID_DIMENSIONS"));

		say(anna, new Reply.ShowPictures(anna.id(), "generation.4.result", List.of(picture(12)),
				card("Very wide").row(new Button("Again", "generation:again:4"))));

		SimulatedMessage file = awaitMessage(anna, "Very wide");
		assertThat(file.documentName()).isNotNull();
		assertThat(file.labels()).containsExactly("Again");
	}

	@Test
	void aPictureTelegramRefusesInEveryShapeStillBringsItsWordsAndButtons() {
		SimulatedPerson anna = somebodyKnown();
		TELEGRAM.faults().next("sendPhoto", Fault.refused(400, "Bad Request: PHOTO_INVALID_DIMENSIONS"));
		TELEGRAM.faults().next("sendDocument", Fault.refused(400, "Bad Request: nonsense"));

		say(anna, show(anna, "a", null,
				card("Words remain").picture(picture(13)).row(new Button("Again", "generation:again:5"))));

		assertThat(awaitMessage(anna, "Words remain").labels()).containsExactly("Again");
	}

	@Test
	void aPhotoThatCannotBePutIntoAMessageCostsThePictureAndNotTheCard() {
		SimulatedPerson anna = somebodyKnown();
		say(anna, show(anna, "a", null, card("Before")));
		SimulatedMessage before = awaitMessage(anna, "Before");
		TELEGRAM.faults().next("editMessageMedia", Fault.refused(400, "Bad Request: PHOTO_INVALID_DIMENSIONS"));

		say(anna, show(anna, "a", before.messageId(), card("After").picture(picture(14))));

		assertThat(awaitMessage(anna, "After").messageId()).isEqualTo(before.messageId());
	}

	@Test
	void anAlbumTelegramRefusesStillBringsItsCard() {
		SimulatedPerson anna = somebodyKnown();
		IntStream.range(0, 3)
			.forEach((i) -> TELEGRAM.faults().next("sendMediaGroup", Fault.refused(400, "Bad Request: nonsense")));

		say(anna, new Reply.ShowPictures(anna.id(), "generation.6.result", List.of(picture(15), picture(16)),
				card("Two refused").row(new Button("Again", "generation:again:6"))));

		assertThat(awaitMessage(anna, "Two refused").labels()).containsExactly("Again");
	}

	@Test
	void whoWasTakenForDeadSettlesNothing() {
		long chat = 12_346;
		DeliveryRows zombie = instance();
		DeliveryRows heir = instance();
		zombie.add("inherited", chat, new Reply.RemoveCard(chat, "none"), "c", null);
		Delivery taken = zombie.claim(chat, false).orElseThrow();
		this.database
			.sql("update delivery set claimed_until = now() - interval '1 second' where event_id = 'inherited'")
			.update();
		Delivery inherited = heir.claim(chat, false).orElseThrow();

		assertThat(zombie.settle(taken.seq(), "failed", null)).isFalse();
		assertThat(heir.settle(inherited.seq(), "done", null)).isTrue();
	}

	@Test
	void whatADeadInstanceHadBegunIsTakenOver() {
		SimulatedPerson anna = somebodyKnown();
		Reply reply = show(anna, "left", null, card("Left behind"));
		new TransactionTemplate(this.transactions).executeWithoutResult((status) -> {
			this.rows.add("left-behind", anna.id(), reply, "c", null);
			this.database.sql("""
					update delivery set claimed_by = ?, claimed_until = now() + interval '1 second'
					where event_id = 'left-behind'""").param(UUID.randomUUID()).update();
		});

		awaitMessage(anna, "Left behind");

		awaiting().untilAsserted(() -> assertThat(statuses(anna)).last().isEqualTo("done"));
		assertThat(this.database
			.sql("select settled_at - created_at > interval '1 second' from delivery where event_id = ?")
			.param("left-behind")
			.query(Boolean.class)
			.single()).isTrue();
	}

	@Test
	void twoInstancesNeverTakeTheSameReply() {
		long chat = 12_345;
		DeliveryRows other = instance();
		DeliveryRows first = instance();
		Delivery taken = new TransactionTemplate(this.transactions).execute((status) -> {
			first.add("contested", chat, new Reply.RemoveCard(chat, "none"), "c", null);
			return first.claim(chat, false).orElseThrow();
		});

		assertThat(other.claim(chat, false)).isEmpty();
		assertThat(first.claim(chat, false)).hasValue(taken);
		first.settle(taken.seq(), "done", null);
		assertThat(other.claim(chat, false)).isEmpty();
	}

	private DeliveryRows instance() {
		return new DeliveryRows(this.database, new EventCodec(),
				new ReplySettings(Duration.ofSeconds(1), 5, Duration.ofSeconds(1), 20, 30, Duration.ofSeconds(10), 2,
						Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofMinutes(30)));
	}

}
