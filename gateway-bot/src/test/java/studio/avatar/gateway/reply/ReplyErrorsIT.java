package studio.avatar.gateway.reply;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import studio.avatar.common.contract.Button;
import studio.avatar.common.contract.Card;
import studio.avatar.common.contract.MediaRef;
import studio.avatar.common.contract.Reply;
import studio.avatar.common.contract.RichText;
import studio.avatar.common.contract.Topic;
import studio.avatar.common.messaging.EventCodec;
import studio.avatar.gateway.person.ClosedChats;
import studio.avatar.gateway.support.GatewayUnderTest;
import studio.avatar.sandbox.telegram.SimulatedMessage;
import studio.avatar.sandbox.telegram.SimulatedPerson;
import studio.avatar.sandbox.telegram.SimulatedRoom;
import studio.avatar.sandbox.telegram.chat.Room;
import studio.avatar.sandbox.telegram.chat.Standing;
import studio.avatar.sandbox.telegram.fault.Fault;

import static org.assertj.core.api.Assertions.assertThat;

/** What Telegram may answer instead of doing it, and what the person sees then. */
class ReplyErrorsIT extends RepliesUnderTest {

	private static final AtomicLong GROUPS = new AtomicLong(-50_000);

	@Autowired
	ReplySettings settings;

	@Autowired
	ClosedChats closed;

	private final long group = GROUPS.decrementAndGet();

	@Test
	void aMessageThatCannotBeDeletedAnyMoreLosesItsButtons() {
		SimulatedPerson anna = somebodyKnown();
		say(anna, show(anna, "old", null, card("Of old").row(new Button("Go", "gallery:open"))));
		awaitMessage(anna, "Of old");
		TELEGRAM.faults().next("deleteMessage", Fault.refused(400, "Bad Request: message can't be deleted"));

		say(anna, new Reply.RemoveCard(anna.id(), "old"));

		awaiting().until(() -> awaitMessage(anna, "Of old").labels().isEmpty());
		awaiting().untilAsserted(() -> assertThat(statuses(anna)).endsWith("done", "done"));
	}

	@Test
	void anOldCardThatTelegramHasNoEarForNowIsTakenAwayLater() {
		SimulatedPerson anna = somebodyKnown();
		say(anna, show(anna, "old", null, Card.of(RichText.of("words ".repeat(900) + "Of old"))));
		SimulatedMessage old = awaitMessage(anna, "Of old");
		TELEGRAM.faults().next("deleteMessage", Fault.floodWait(1));
		TELEGRAM.faults().next("deleteMessage", Fault.cutBefore());

		say(anna, show(anna, "new", old.messageId(), card("Of today")));

		awaiting().until(() -> words(anna).noneMatch((text) -> text.startsWith("words") || text.contains("Of old")));
		assertThat(words(anna).filter("Of today"::equals)).hasSize(1);
	}

	@Test
	void aCardIsTakenAwayWholeAlthoughItsFirstMessageTakesTwoTries() {
		SimulatedPerson anna = somebodyKnown();
		say(anna, show(anna, "long", null, Card.of(RichText.of("words ".repeat(900) + "The end"))));
		awaitMessage(anna, "The end");
		TELEGRAM.faults().next("deleteMessage", Fault.floodWait(1));

		say(anna, new Reply.RemoveCard(anna.id(), "long"));

		awaiting().until(() -> words(anna).noneMatch((text) -> text.startsWith("words") || text.contains("The end")));
	}

	private static Stream<String> words(SimulatedPerson person) {
		return fromBot(person).stream().map(GatewayUnderTest::text);
	}

	@Test
	void aRefusalThatIsNotAboutThePictureCostsNoUpload() {
		SimulatedPerson anna = somebodyKnown();
		MediaRef known = picture(23);
		say(anna, show(anna, "a", null, card("Known now").picture(known)));
		awaitMessage(anna, "Known now");
		String id = fileId(known);
		TELEGRAM.faults().next("sendPhoto", Fault.refused(400, "Bad Request: BUTTON_OF_NONSENSE"));

		say(anna, show(anna, "b", null, card("In words").picture(known)));

		assertThat(awaitMessage(anna, "In words").photoFileId()).isNull();
		assertThat(calls(anna, "sendPhoto")).hasSize(2);
		assertThat(calls(anna, "sendDocument")).isEmpty();
		assertThat(fileId(known)).isEqualTo(id);
	}

	@Test
	void aWrongFileIdInAnAlbumCostsOneMoreUploadAndNothingElse() {
		SimulatedPerson anna = somebodyKnown();
		MediaRef known = picture(21);
		this.database.sql("insert into media_file_id (sha256, kind, file_id) values (?, 'PHOTO', 'AgACfromAnotherBot')")
			.param(known.sha256())
			.update();

		say(anna, new Reply.ShowPictures(anna.id(), "generation.21.result", List.of(known, picture(22)), card("Both")));

		awaitMessage(anna, "Both");
		assertThat(fromBot(anna)).filteredOn((part) -> part.mediaGroupId() != null)
			.hasSize(2)
			.allMatch((part) -> part.photoFileId() != null);
		assertThat(fileId(known)).isNotEqualTo("AgACfromAnotherBot");
	}

	@Test
	void aNewMessageWhoseAnswerWasLostIsThereTwiceAtMost() {
		SimulatedPerson anna = somebodyKnown();
		TELEGRAM.faults().next("sendMessage", Fault.cutAfterSuccess());

		say(anna, show(anna, "cut", null, card("Perhaps twice")));
		say(anna, show(anna, "next", null, card("Once")));

		awaitMessage(anna, "Once");
		assertThat(fromBot(anna)).extracting((message) -> text(message))
			.filteredOn((text) -> text.equals("Perhaps twice") || text.equals("Once"))
			.containsExactly("Perhaps twice", "Perhaps twice", "Once");
	}

	@Test
	void anAnswerThatTelegramDoesNotTakeComesInPlainWords() {
		SimulatedPerson anna = somebodyKnown();
		TELEGRAM.faults().next("sendMessage", Fault.refused(400, "Bad Request: BUTTON_OF_NONSENSE"));

		answer(anna, show(anna, "a", null,
				Card.of(RichText.of("Your ").bold("answer")).row(new Button("Go", "gallery:open"))));
		say(anna, show(anna, "b", null, card("Flows on")));

		SimulatedMessage next = awaitMessage(anna, "Flows on");
		SimulatedMessage plain = awaitMessage(anna, "Your answer");
		assertThat(plain.messageId()).isLessThan(next.messageId());
		assertThat(plain.labels()).isEmpty();
		assertThat(text(plain)).contains("/menu");
		assertThat(failure(anna)).contains("BUTTON_OF_NONSENSE");
	}

	@Test
	void whatIsRefusedInPlainWordsTooIsGivenUp() {
		SimulatedPerson anna = somebodyKnown();
		TELEGRAM.faults().next("sendMessage", Fault.refused(400, "Bad Request: FIRST_NONSENSE"));
		TELEGRAM.faults().next("sendMessage", Fault.refused(400, "Bad Request: SECOND_NONSENSE"));

		answer(anna, show(anna, "a", null, card("Never seen")));
		say(anna, show(anna, "b", null, card("Flows on")));

		awaitMessage(anna, "Flows on");
		assertThat(said(anna, "Never seen")).isFalse();
		assertThat(failure(anna)).contains("FIRST_NONSENSE");
	}

	@Test
	void toWhomIsGoneNothingMoreIsSent() {
		SimulatedPerson anna = somebodyKnown();
		TELEGRAM.faults().deactivated(anna.id());
		int before = calls(anna, "sendMessage").size();

		say(anna, show(anna, "a", null, card("Unheard")));
		say(anna, show(anna, "b", null, card("Unheard too")));

		awaiting().untilAsserted(() -> assertThat(statuses(anna)).endsWith("dropped", "dropped"));
		assertThat(calls(anna, "sendMessage")).hasSize(before + 1);
	}

	@Test
	void aGroupThatThrewTheBotOutHearsNothingUntilItSpeaksToTheBotAgain() {
		SimulatedPerson anna = somebody();
		SimulatedRoom friends = room(anna);
		friends.places(anna, Standing.KICKED);
		sayTo(friends, "Unheard", "c");
		sayTo(friends, "Unheard too", "c");
		awaiting().untilAsserted(() -> assertThat(statuses(friends)).containsExactly("dropped", "dropped"));
		friends.places(anna, Standing.MEMBER);

		friends.says(anna, "/help");

		awaiting().untilAsserted(() -> assertThat(words(friends)).hasSize(1));
		sayTo(friends, "Also later", "c");
		awaiting().until(() -> words(friends), (said) -> said.contains("Also later"));
		assertThat(TELEGRAM.journal().ofChat(friends.id())).filteredOn((call) -> !call.ok()).hasSize(1);
	}

	@Test
	void aGroupThatLetsTheBotInAgainHearsItAlsoWhenNobodySpeaksToIt() {
		SimulatedPerson anna = somebody();
		SimulatedRoom friends = room(anna);
		friends.places(anna, Standing.KICKED);
		sayTo(friends, "Unheard", "c");
		awaiting().untilAsserted(() -> assertThat(statuses(friends)).containsExactly("dropped"));

		friends.places(anna, Standing.MEMBER);

		awaiting().until(() -> this.database.sql("select count(*) from closed_chat where chat_id = ?")
			.param(friends.id())
			.query(Integer.class)
			.single() == 0);
		sayTo(friends, "Heard", "c");
		awaiting().untilAsserted(() -> assertThat(words(friends)).containsExactly("Heard"));
	}

	@Test
	void whatWaitsForAGroupFollowsItToItsNewChat() {
		SimulatedRoom friends = room(somebody());
		SimulatedRoom grown = friends.migrates();

		sayTo(friends, "The first", "c");
		sayTo(friends, "The second", "c");

		awaiting().untilAsserted(() -> assertThat(words(grown)).containsExactly("The first", "The second"));
	}

	@Test
	void whoWroteWhileTheRefusalWasUnderWayIsAnswered() {
		DeliveryRows rows = new DeliveryRows(this.database, new EventCodec(), this.settings);
		String update = happens(this.group, Instant.now().minusSeconds(2));

		this.closed.close(this.group, Duration.ofSeconds(5));

		rows.add("answer" + this.group, this.group, new Reply.RemoveCard(this.group, "none"), update, null);
		Delivery answer = rows.claim(this.group, false).orElseThrow();
		rows.settle(answer.seq(), "done", null);
		rows.add("news" + this.group, this.group, new Reply.RemoveCard(this.group, "none"), "news", null);
		Delivery news = rows.claim(this.group, false).orElseThrow();
		rows.settle(news.seq(), "done", null);
		assertThat(answer.unwanted()).isFalse();
		assertThat(news.unwanted()).isTrue();
	}

	private static SimulatedRoom room(SimulatedPerson owner) {
		SimulatedRoom room = TELEGRAM.room(Room.Kind.GROUP, "Friends", owner);
		room.places(owner, Standing.MEMBER);
		return room;
	}

	private static void sayTo(SimulatedRoom room, String words, String correlationId) {
		wire().publish(Topic.CHAT_REPLIES, room.id(), new Reply.ShowCard(room.id(), "card", null, card(words), null),
				UUID.randomUUID().toString(), correlationId);
	}

	private static List<String> words(SimulatedRoom room) {
		return room.messages().stream().filter(SimulatedMessage::fromBot).map((message) -> text(message)).toList();
	}

	/** Something that the bot has heard of. */
	private String happens(long chatId, Instant at) {
		String correlationId = UUID.randomUUID().toString();
		this.database.sql("""
				insert into telegram_update (bot_id, update_id, chat_id, body, status, received_at, correlation_id)
				values (1, ?, ?, '{}', 'done', ?, ?)""")
			.params(-chatId, chatId, java.sql.Timestamp.from(at), correlationId)
			.update();
		return correlationId;
	}

	private List<String> statuses(SimulatedRoom room) {
		return this.database.sql("select status from delivery where chat_id = ? order by seq")
			.param(room.id())
			.query(String.class)
			.list();
	}

	private String failure(SimulatedPerson person) {
		return this.database.sql("select note from delivery where chat_id = ? and status = 'failed'")
			.param(person.id())
			.query(String.class)
			.single();
	}

	private String fileId(MediaRef file) {
		return this.database.sql("select file_id from media_file_id where sha256 = ? and kind = 'PHOTO'")
			.param(file.sha256())
			.query(String.class)
			.single();
	}

}
