package studio.avatar.gateway;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.util.ReflectionTestUtils;

import studio.avatar.common.contract.Topic;
import studio.avatar.gateway.support.GatewayUnderTest;
import studio.avatar.gateway.telegram.BotName;
import studio.avatar.sandbox.telegram.SimulatedMessage;
import studio.avatar.sandbox.telegram.SimulatedPerson;
import studio.avatar.sandbox.telegram.SimulatedRoom;
import studio.avatar.sandbox.telegram.chat.Room;
import studio.avatar.sandbox.telegram.chat.Standing;
import studio.avatar.sandbox.telegram.fault.Aim;
import studio.avatar.sandbox.telegram.fault.Fault;

import static org.assertj.core.api.Assertions.assertThat;

/** The bot among several people, where it does not work. */
class GroupConversationTests extends GatewayUnderTest {

	@Autowired
	BotName name;

	@AfterEach
	void nothingGoesWrongAnyMore() {
		TELEGRAM.faults().clear();
	}

	@Test
	void aGroupHearsOneSentenceAndSeesTheWayToThePrivateChat() {
		SimulatedPerson anna = somebody();
		SimulatedRoom group = group(anna, Room.Kind.SUPERGROUP, Standing.MEMBER);

		group.says(anna, "/create a cat");

		SimulatedMessage answer = awaiting().until(() -> fromBot(group), (said) -> !said.isEmpty()).getFirst();
		assertThat(text(answer)).contains("I work in a private chat");
		assertThat(answer.keyboard()).singleElement()
			.satisfies((row) -> assertThat(row).singleElement()
				.satisfies((button) -> assertThat(button.url()).endsWith("?start=group").startsWith("https://t.me/")));
		assertThat(wire().heard(Topic.CHAT_GENERATION, group.id())).isEmpty();
		assertThat(this.database.sql("select count(*) from person where user_id = ? or chat_id = ?")
			.params(anna.id(), group.id())
			.query(Integer.class)
			.single()).isZero();
	}

	@Test
	void whatPeopleSayToEachOtherIsMetWithSilenceAlsoByAnAdministrator() {
		SimulatedPerson anna = somebody();
		SimulatedRoom group = group(anna, Room.Kind.GROUP, Standing.ADMINISTRATOR);

		group.says(anna, "hello all");
		group.says(anna, "/start@other_bot");
		group.says(anna, "who wants a cat?");
		anna.sends("/menu");

		awaitMessage(anna, "Main menu");
		awaiting().until(() -> notes(group).size() == 3);
		assertThat(notes(group)).containsOnly("said in a group, and not to the bot");
		assertThat(fromBot(group)).isEmpty();
	}

	@Test
	void anAnswerToItsMessageIsSaidToTheBot() {
		SimulatedPerson anna = somebody();
		SimulatedRoom group = group(anna, Room.Kind.GROUP, Standing.MEMBER);
		group.says(anna, "/start");
		SimulatedMessage answer = awaiting().until(() -> fromBot(group), (said) -> !said.isEmpty()).getFirst();

		group.replies(anna, answer, "why?");

		awaiting().until(() -> updates(group, "done") == 2);
	}

	@Test
	void manyWhoSpeakAtOnceAreAnsweredOnceOrTwice() {
		SimulatedPerson anna = somebody();
		SimulatedRoom group = group(anna, Room.Kind.GROUP, Standing.MEMBER);

		for (int i = 0; i < 12; i++) {
			group.says(anna, "/start " + i);
		}

		awaiting().until(() -> updates(group, "done") == 12);
		awaiting().until(() -> !fromBot(group).isEmpty());
		assertThat(this.database.sql("select count(*) from delivery where chat_id = ?")
			.param(group.id())
			.query(Integer.class)
			.single()).isBetween(1, 2);
	}

	@Test
	void whoSpeaksSoonAfterAnAnswerThatTheGroupDidNotLetInIsAnswered() {
		SimulatedPerson anna = somebody();
		SimulatedRoom group = group(anna, Room.Kind.GROUP, Standing.MEMBER);
		TELEGRAM.faults()
			.plan(new Aim("sendMessage", group.id(), 0, 1),
					Fault.refused(403, "Forbidden: bot was kicked from the group chat"));
		group.says(anna, "/start");
		awaiting().until(() -> this.database.sql("select count(*) from closed_chat where chat_id = ?")
			.param(group.id())
			.query(Integer.class)
			.single() == 1);

		group.says(anna, "/start again");

		awaiting().until(() -> !fromBot(group).isEmpty());
	}

	@Test
	void aRussianIsAnsweredInRussianThereToo() {
		SimulatedPerson anya = somebodyRussian();
		SimulatedRoom group = group(anya, Room.Kind.GROUP, Standing.MEMBER);

		group.says(anya, "/start");

		assertThat(awaiting().until(() -> fromBot(group), (said) -> !said.isEmpty()).getFirst().labels())
			.containsExactly("💬 Открыть чат");
	}

	@Test
	void aChannelIsLeftAtOnceAndWithoutAWord() {
		SimulatedPerson anna = somebody();

		SimulatedRoom channel = group(anna, Room.Kind.CHANNEL, Standing.ADMINISTRATOR);

		awaiting().until(() -> channel.bot() == Standing.LEFT);
		assertThat(channel.messages()).isEmpty();
	}

	@Test
	void aChannelThatCouldNotBeLeftIsLeftSoonThoughItIsSilent() {
		SimulatedPerson anna = somebody();
		TELEGRAM.faults().next("leaveChat", Fault.serverError(502));
		TELEGRAM.faults().next("leaveChat", Fault.cutBefore());
		TELEGRAM.faults().next("leaveChat", Fault.floodWait(1));

		SimulatedRoom channel = group(anna, Room.Kind.CHANNEL, Standing.ADMINISTRATOR);

		awaiting().until(() -> channel.bot() == Standing.LEFT);
		awaiting().until(() -> waiting(channel) == 0);
	}

	@Test
	void whileTelegramDoesNotTellTheNameOfTheBotWhatIsSaidToItWaits() {
		SimulatedPerson anna = somebodyKnown();
		SimulatedRoom group = group(anna, Room.Kind.GROUP, Standing.ADMINISTRATOR);
		String called = awaiting().until(this.name::userName, Optional::isPresent).orElseThrow();
		TELEGRAM.faults().plan(Aim.next("getMe").times(1_000), Fault.serverError(502));
		ReflectionTestUtils.setField(this.name, "known", null);
		ReflectionTestUtils.invokeMethod(this.name, "askInTheBackground");
		group.says(anna, "@" + called + " a cat");
		group.says(anna, "hello all");
		anna.sends("/help");
		awaitMessage(anna, "How it works");
		awaiting().until(() -> waiting(group) >= 2);

		TELEGRAM.faults().clear();

		awaiting().until(() -> !fromBot(group).isEmpty());
		awaiting().until(() -> notes(group).size() == 1);
		assertThat(fromBot(group)).hasSize(1);
	}

	private static SimulatedRoom group(SimulatedPerson owner, Room.Kind kind, Standing bot) {
		SimulatedRoom room = TELEGRAM.room(kind, "A room", owner);
		room.places(owner, bot);
		return room;
	}

	private static List<SimulatedMessage> fromBot(SimulatedRoom room) {
		return room.messages()
			.stream()
			.filter(SimulatedMessage::fromBot)
			.filter((message) -> message.text() != null)
			.toList();
	}

	private List<String> notes(SimulatedRoom room) {
		return this.database.sql("""
				select note from telegram_update where status = 'ignored' and body like ? and body like '%"text"%'""")
			.param("%" + room.id() + "%")
			.query(String.class)
			.list();
	}

	private int waiting(SimulatedRoom room) {
		return this.database.sql("select count(*) from telegram_update where status = 'received' and chat_id = ?")
			.param(room.id())
			.query(Integer.class)
			.single();
	}

	private int updates(SimulatedRoom room, String status) {
		return this.database
			.sql("select count(*) from telegram_update where status = ? and body like ? and body like '%\"text\"%'")
			.params(status, "%" + room.id() + "%")
			.query(Integer.class)
			.single();
	}

}
