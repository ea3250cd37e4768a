package studio.avatar.sandbox.telegram;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.avatar.sandbox.telegram.TelegramSimulator.Settings;
import studio.avatar.sandbox.telegram.chat.Room;
import studio.avatar.sandbox.telegram.chat.Standing;
import studio.avatar.sandbox.telegram.specification.Specification;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * The bot among several people: what it hears, and where it may not speak.
 */
class RoomTests {

	private final TelegramSimulator telegram = TelegramSimulator.start();

	private final SimulatedPerson ann = this.telegram.person(7, "Ann", "en");

	private final BotClient bot = new BotClient(this.telegram);

	private final SimulatedRoom group = this.telegram.room(Room.Kind.GROUP, "Friends", this.ann);

	private final SimulatedRoom channel = this.telegram.room(Room.Kind.CHANNEL, "News", this.ann);

	@BeforeEach
	void comeIn() {
		this.group.places(this.ann, Standing.MEMBER);
		updates();
	}

	@AfterEach
	void stop() {
		this.telegram.close();
	}

	@Test
	void comingIntoAGroupIsToldTwice() {
		SimulatedRoom other = this.telegram.room(Room.Kind.SUPERGROUP, "Other", this.ann);
		other.places(this.ann, Standing.MEMBER);
		List<JsonNode> told = updates();
		assertThat(told.getFirst().at("/my_chat_member/old_chat_member/status").asString()).isEqualTo("left");
		assertThat(told.getFirst().at("/my_chat_member/chat/type").asString()).isEqualTo("supergroup");
		assertThat(told.getLast().at("/message/new_chat_members/0/is_bot").asBoolean()).isTrue();
		assertThat(told).hasSize(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/start", "/start@avatar_studio_bot", "hey @Avatar_Studio_Bot, come" })
	void whatIsSaidToItIsHeard(String text) {
		this.group.says(this.ann, text);
		assertThat(updates()).singleElement()
			.matches((update) -> update.at("/message/text").asString().equals(text))
			.matches((update) -> update.at("/message/chat/title").asString().equals("Friends"))
			.matches((update) -> update.at("/message/from/id").asLong() == 7);
	}

	@ParameterizedTest
	@ValueSource(strings = { "hello all", "/start@other_bot", "@other_bot hi", "mail me@avatar_studio_bot.example" })
	void whatIsSaidToOthersIsNotHeard(String text) {
		this.group.says(this.ann, text);
		assertThat(updates()).isEmpty();
		assertThat(this.group.messages()).extracting(SimulatedMessage::text).contains(text);
	}

	@Test
	void anAnswerToTheBotIsHeardWithWhatItAnswers() {
		say("Hello");
		this.group.replies(this.ann, this.group.messages().getLast(), "and you?");
		assertThat(updates()).singleElement()
			.matches((update) -> update.at("/message/reply_to_message/text").asString().equals("Hello"));
	}

	@Test
	void anAdministratorHearsEverything() {
		this.group.places(this.ann, Standing.ADMINISTRATOR);
		updates();
		this.group.says(this.ann, "hello all");
		assertThat(updates()).hasSize(1);
	}

	@Test
	void aPressInAGroupCarriesTheGroup() {
		this.bot.result("sendMessage", "{'chat_id': " + this.group.id() + ", 'text': 'card', 'reply_markup': "
				+ "{'inline_keyboard': [[{'text': 'Go', 'callback_data': 'go'}]]}}");
		this.group.presses(this.ann, this.group.messages().getLast(), "Go");
		JsonNode query = updates().getFirst().path("callback_query");
		assertThat(query.at("/message/chat/id").asLong()).isEqualTo(this.group.id());
		assertThat(query.at("/from/id").asLong()).isEqualTo(7);
		this.bot.result("answerCallbackQuery",
				"{'callback_query_id': '" + query.path("id").asString() + "', 'text': 'Hi'}");
		assertThat(this.ann.toasts()).extracting(CallbackAnswer::text).containsExactly("Hi");
	}

	@Test
	void aPostInAChannelHasNoPerson() {
		this.channel.places(this.ann, Standing.ADMINISTRATOR);
		this.channel.says(this.ann, "news");
		JsonNode post = updates().getLast().path("channel_post");
		assertThat(post.path("text").asString()).isEqualTo("news");
		assertThat(post.has("from")).isFalse();
		assertThat(post.at("/sender_chat/id").asLong()).isEqualTo(this.channel.id());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			GROUP      | KICKED     | 403 Forbidden: bot was kicked from the group chat
			GROUP      | RESTRICTED | 400 Bad Request: not enough rights to send text messages to the chat
			SUPERGROUP | KICKED     | 403 Forbidden: bot was kicked from the supergroup chat
			SUPERGROUP | LEFT       | 403 Forbidden: bot is not a member of the supergroup chat
			CHANNEL    | KICKED     | 403 Forbidden: bot was kicked from the channel chat
			CHANNEL    | MEMBER     | 400 Bad Request: need administrator rights in the channel chat
			""")
	void whereItMayNotSpeakItIsRefused(Room.Kind kind, Standing standing, String refusal) {
		SimulatedRoom room = this.telegram.room(kind, "Room", this.ann);
		room.places(this.ann, Standing.ADMINISTRATOR);
		room.places(this.ann, standing);
		assertThat(this.bot.refusal("sendMessage", "{'chat_id': " + room.id() + ", 'text': 'x'}")).isEqualTo(refusal);
	}

	@Test
	void leavingIsToldAndEndsIt() {
		this.bot.result("leaveChat", "{'chat_id': " + this.group.id() + "}");
		assertThat(this.group.bot()).isEqualTo(Standing.LEFT);
		List<JsonNode> told = updates();
		assertThat(told.getFirst().at("/my_chat_member/new_chat_member/status").asString()).isEqualTo("left");
		assertThat(told.getLast().at("/message/left_chat_member/is_bot").asBoolean()).isTrue();
		this.group.says(this.ann, "/start");
		assertThat(updates()).isEmpty();
		assertThat(this.bot.refusal("leaveChat", "{'chat_id': 7}"))
			.isEqualTo("400 Bad Request: chat member status can't be changed in private chats");
	}

	@Test
	void aGroupThatHasGrownSaysWhereItWent() {
		SimulatedRoom supergroup = this.group.migrates();
		JsonNode answer = this.bot.call("sendMessage", "{'chat_id': " + this.group.id() + ", 'text': 'x'}");
		assertThat(answer.path("description").asString())
			.isEqualTo("Bad Request: group chat was upgraded to a supergroup chat");
		assertThat(answer.at("/parameters/migrate_to_chat_id").asLong()).isEqualTo(supergroup.id());
		List<JsonNode> told = updates();
		assertThat(told.getFirst().at("/message/migrate_to_chat_id").asLong()).isEqualTo(supergroup.id());
		assertThat(told.getLast().at("/message/migrate_from_chat_id").asLong()).isEqualTo(this.group.id());
		this.bot.result("sendMessage", "{'chat_id': " + supergroup.id() + ", 'text': 'still here'}");
		assertThatIllegalStateException().isThrownBy(() -> this.group.says(this.ann, "old"));
	}

	@Test
	void whatOthersSaidIsTakenAwayOnlyByAnAdministrator() {
		this.group.says(this.ann, "hello");
		String delete = "{'chat_id': " + this.group.id() + ", 'message_id': "
				+ this.group.messages().getLast().messageId() + "}";
		assertThat(this.bot.refusal("deleteMessage", delete)).isEqualTo("400 Bad Request: message can't be deleted");
		this.group.places(this.ann, Standing.ADMINISTRATOR);
		assertThat(this.bot.call("deleteMessage", delete).path("ok").asBoolean()).isTrue();
	}

	@Test
	void anAnswerOfTheBotNamesWhatItAnswers() {
		this.group.says(this.ann, "/start");
		long asked = this.group.messages().getLast().messageId();
		JsonNode answer = this.bot.result("sendMessage", "{'chat_id': " + this.group.id()
				+ ", 'text': 'Hi', 'reply_parameters': {'message_id': " + asked + "}}");
		assertThat(answer.at("/reply_to_message/message_id").asLong()).isEqualTo(asked);
		assertThat(this.bot.refusal("sendMessage",
				"{'chat_id': " + this.group.id() + ", 'text': 'Hi', 'reply_parameters': {'message_id': 99}}"))
			.isEqualTo("400 Bad Request: message to be replied not found");
	}

	@Test
	void everythingAboutARoomHasTelegramsShape() {
		this.channel.places(this.ann, Standing.ADMINISTRATOR);
		this.channel.says(this.ann, "news");
		this.group.places(this.ann, Standing.RESTRICTED);
		this.group.places(this.ann, Standing.KICKED);
		this.group.places(this.ann, Standing.MEMBER);
		this.group.migrates();
		Specification specification = Specification.load();
		String chat = "{'chat_id': " + this.group.id();
		assertThat(specification.complaints(List.of("Array of Update"), this.bot.result("getUpdates", "{}"))).isEmpty();
		assertThat(specification.complaints(List.of("ChatFullInfo"), this.bot.result("getChat", chat + "}"))).isEmpty();
		assertThat(specification.complaints(List.of("ChatMember"),
				this.bot.result("getChatMember", chat + ", 'user_id': 7}")))
			.isEmpty();
	}

	@Test
	void aDeletedAccountIsForbidden() {
		this.telegram.faults().deactivated(7);
		assertThat(this.bot.refusal("sendMessage", "{'chat_id': 7, 'text': 'x'}"))
			.isEqualTo("403 Forbidden: user is deactivated");
	}

	@Test
	void roomsAndWhatTheBotIsInThemSurviveARestart(@TempDir Path folder) {
		Settings settings = new Settings(0, "12345:sandbox", "Bot", folder);
		long id;
		try (TelegramSimulator before = TelegramSimulator.start(settings)) {
			SimulatedRoom room = before.room(Room.Kind.GROUP, "Kept", before.person(7, "Ann", "en"));
			room.places(before.person(7, "Ann", "en"), Standing.MEMBER);
			id = room.id();
		}
		try (TelegramSimulator after = TelegramSimulator.start(settings)) {
			BotClient restarted = new BotClient(after);
			assertThat(restarted.result("getChat", "{'chat_id': " + id + "}").path("title").asString())
				.isEqualTo("Kept");
			restarted.result("sendMessage", "{'chat_id': " + id + ", 'text': 'x'}");
		}
	}

	@Test
	void anotherProcessMakesRoomsAndSpeaksInThem() throws Exception {
		JsonNode made = control("", "{\"kind\": \"group\", \"title\": \"Remote\", \"owner\": 7}");
		String id = made.path("id").asString();
		control("/" + id + "/bot", "{\"person\": 7, \"standing\": \"member\"}");
		updates();
		control("/" + id + "/text", "{\"person\": 7, \"text\": \"/start\"}");
		assertThat(updates()).singleElement()
			.matches((update) -> update.at("/message/chat/title").asString().equals("Remote"));
		assertThat(control("/" + id + "/migrate", "{}").path("type").asString()).isEqualTo("supergroup");
	}

	private JsonNode control(String path, String body) throws Exception {
		return JsonMapper.shared()
			.readTree(BotClient.send(HttpRequest.newBuilder(this.telegram.url().resolve("/control/rooms" + path))
				.header("Content-Type", "application/json")
				.POST(BodyPublishers.ofString(body))
				.build()));
	}

	private void say(String text) {
		this.bot.result("sendMessage", "{'chat_id': " + this.group.id() + ", 'text': '" + text + "'}");
	}

	/** Everything new, confirmed. */
	private List<JsonNode> updates() {
		List<JsonNode> updates = this.bot.result("getUpdates", "{}").valueStream().toList();
		if (!updates.isEmpty()) {
			this.bot.result("getUpdates", "{'offset': " + (updates.getLast().path("update_id").asLong() + 1) + "}");
		}
		return updates;
	}

}
