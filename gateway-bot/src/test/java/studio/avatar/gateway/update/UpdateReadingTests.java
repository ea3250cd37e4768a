package studio.avatar.gateway.update;

import java.util.Arrays;
import java.util.List;

import com.pengrad.telegrambot.model.Update;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import studio.avatar.gateway.person.Sender;
import studio.avatar.gateway.routing.Incoming;
import studio.avatar.gateway.routing.Incoming.Unread;

import static org.assertj.core.api.Assertions.assertThat;

class UpdateReadingTests {

	private static final String ANNA = "{'id': 7, 'is_bot': false, 'first_name': 'Anna', 'language_code': 'en'}";

	private static final String PRIVATE = "{'id': 7, 'type': 'private'}";

	private static final String GROUP = "{'id': -70, 'type': 'supergroup'}";

	private static final long BOT = 12345;

	@Test
	void theBotAsksForExactlyWhatItReads() {
		List<String> read = Arrays.stream(Update.class.getDeclaredFields())
			.map((field) -> field.getName())
			.filter((kind) -> !kind.equals("update_id"))
			.filter(UpdateReadingTests::isRead)
			.toList();

		assertThat(read).containsExactlyInAnyOrderElementsOf(UpdateKind.WIRE_NAMES);
	}

	private static boolean isRead(String kind) {
		try {
			return !(read("""
					{'update_id': 1, '%s': {'id': '1', 'message_id': 1, 'date': 1, 'text': 'x', 'data': 'menu:main',
					 'chat_instance': '1', 'chat': %s, 'from': %s, 'message': {'message_id': 1, 'date': 1, 'chat': %s},
					 'old_chat_member': {'status': 'member'}, 'new_chat_member': {'status': 'kicked'}}}"""
				.formatted(kind, PRIVATE, ANNA, PRIVATE)) instanceof ReadUpdate.Ignored);
		}
		catch (RuntimeException ex) {
			return false;
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "message", "edited_message", "channel_post", "my_chat_member" })
	void anUpdateKeepsTheOrderOfItsChat(String kind) {
		JsonNode update = JsonMapper.shared().readTree(json("{'%s': {'chat': %s}}".formatted(kind, GROUP)));

		assertThat(UpdateKind.chatOf(update)).isEqualTo(-70);
	}

	@Test
	void aPressBelongsToTheChatOfItsCard() {
		JsonNode update = JsonMapper.shared()
			.readTree(json("{'callback_query': {'message': {'chat': %s}}}".formatted(PRIVATE)));

		assertThat(UpdateKind.chatOf(update)).isEqualTo(7);
	}

	@ParameterizedTest
	@CsvSource({ "sticker, STICKER", "voice, VOICE", "video, VIDEO", "video_note, VIDEO_NOTE", "audio, AUDIO",
			"contact, CONTACT", "location, LOCATION", "poll, POLL", "dice, DICE", "game, OTHER", "story, OTHER",
			"something_of_next_year, OTHER" })
	void whatTheBotMakesNothingOfIsNamed(String field, Unread kind) {
		assertThat(message("'%s': {}".formatted(field))).isEqualTo(new Incoming.Unsupported(5L, kind));
	}

	@Test
	void anAnimationIsNoDocumentThoughItLooksLikeOne() {
		assertThat(message("'animation': {'file_id': 'a'}, 'document': {'file_id': 'a', 'file_unique_id': 'u'}"))
			.isEqualTo(new Incoming.Unsupported(5L, Unread.ANIMATION));
	}

	@Test
	void aForwardedPhotoIsAPhoto() {
		assertThat(message("'forward_origin': {'type': 'hidden_user', 'sender_user_name': 'X', 'date': 1},"
				+ " 'photo': [{'file_id': 'p', 'file_unique_id': 'u', 'width': 9, 'height': 9}]"))
			.isInstanceOf(Incoming.Photo.class);
	}

	@Test
	void aVideoInAnAlbumIsAPartOfIt() {
		assertThat(message("'media_group_id': 'g', 'video': {'file_id': 'v', 'file_unique_id': 'u'}"))
			.isInstanceOfSatisfying(Incoming.Photo.class, (part) -> {
				assertThat(part.album()).isEqualTo("g");
				assertThat(part.file().mayBePicture()).isFalse();
			});
	}

	@ParameterizedTest
	@CsvSource({ "image/png, true", "image/heic, true", "application/octet-stream, true", "'', true",
			"application/pdf, false", "video/mp4, false", "text/html, false" })
	void aFileIsAPictureUnlessItSaysOtherwise(String type, boolean picture) {
		assertThat(message(
				"'document': {'file_id': 'd', 'file_unique_id': 'u', 'file_name': 'x', 'mime_type': '" + type + "'}"))
			.isInstanceOfSatisfying(Incoming.Photo.class,
					(sent) -> assertThat(sent.file().mayBePicture()).isEqualTo(picture));
	}

	@ParameterizedTest
	@ValueSource(strings = { "'pinned_message': {'message_id': 1, 'date': 1}",
			"'message_auto_delete_timer_changed': {'message_auto_delete_time': 9}", "'write_access_allowed': {}",
			"'new_chat_title': 'x'" })
	void whatTelegramSaysItselfNeedsNoAnswer(String content) {
		assertThat(read(inChat(PRIVATE, content))).isInstanceOf(ReadUpdate.Ignored.class);
	}

	@ParameterizedTest
	@CsvSource({ "/create, create, ''", "/create@avatar_bot a cat, create, a cat", "/CREATE, create, ''",
			"/start promo_X, start, promo_X", "/nonsense@other, nonsense, ''" })
	void aCommandMayNameABot(String text, String name, String arguments) {
		assertThat(message("'text': '" + text + "'")).isEqualTo(new Incoming.Command(5L, name, arguments));
	}

	@Test
	void aCommandUnderAPhotoIsACaption() {
		assertThat(message("'photo': [{'file_id': 'p', 'file_unique_id': 'u', 'width': 9, 'height': 9}],"
				+ " 'caption': '/create'"))
			.isInstanceOfSatisfying(Incoming.Photo.class, (sent) -> assertThat(sent.caption()).isEqualTo("/create"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			textBlock = """
					'text': 'hello all'                                                                          | false
					'text': '/start'                                                                             | true
					'text': '  /start now'                                                                       | true
					'text': '/start@Avatar_Bot'                                                                  | true
					'text': '/start@other_bot'                                                                   | false
					'text': 'hi @avatar_bot', 'entities': [{'type': 'mention', 'offset': 3, 'length': 11}]       | true
					'text': 'hi @avatar_bots', 'entities': [{'type': 'mention', 'offset': 3, 'length': 12}]      | false
					'text': 'hi @avatar_bot'                                                                     | false
					'text': '/x@other_bot @avatar_bot', 'entities': [{'type': 'mention', 'offset': 13, 'length': 11}] | false
					'caption': '@avatar_bot', 'caption_entities': [{'type': 'mention', 'offset': 0, 'length': 11}] | true
					'text': 'x', 'entities': [{'type': 'mention', 'offset': 5, 'length': 99}]                    | false
					'text': 'you', 'entities': [{'type': 'text_mention', 'offset': 0, 'length': 3, 'user': {'id': 12345}}] | true
					'text': 'yes', 'reply_to_message': {'message_id': 1, 'date': 1, 'from': {'id': 12345}}       | true
					'text': 'yes', 'reply_to_message': {'message_id': 1, 'date': 1, 'from': {'id': 8}}           | false
					'sticker': {}                                                                                | false
					'new_chat_title': 'x'                                                                        | false
					""")
	void inAGroupOnlyWhatIsSaidToTheBotIsForIt(String content, boolean forTheBot) {
		assertThat(read(inChat(GROUP, content))).isInstanceOfSatisfying(ReadUpdate.InGroup.class,
				(spoken) -> assertThat(spoken.isFor(BOT, "avatar_bot")).isEqualTo(forTheBot));
	}

	@Test
	void anotherBotInAGroupIsNotAnswered() {
		assertThat(read("""
				{'update_id': 1, 'message': {'message_id': 5, 'date': 1, 'chat': %s, 'text': '/start',
				 'from': {'id': 9, 'is_bot': true, 'first_name': 'B'}}}""".formatted(GROUP)))
			.isInstanceOf(ReadUpdate.Ignored.class);
	}

	@Test
	void anAnonymousAdminOfAGroupIsHeard() {
		assertThat(read("""
				{'update_id': 1, 'message': {'message_id': 5, 'date': 1, 'chat': %s, 'text': '/start',
				 'sender_chat': %s, 'from': {'id': 1087968824, 'is_bot': true, 'first_name': 'Group'}}}"""
			.formatted(GROUP, GROUP))).isInstanceOf(ReadUpdate.InGroup.class);
	}

	@Test
	void aChannelIsNoPlaceForTheBot() {
		assertThat(read("{'update_id': 1, 'channel_post': {'message_id': 5, 'date': 1, 'text': '/start',"
				+ " 'chat': {'id': -9, 'type': 'channel'}}}"))
			.isEqualTo(new ReadUpdate.InChannel(-9));
		assertThat(read(membership("channel", "administrator"))).isEqualTo(new ReadUpdate.InChannel(-9));
		assertThat(read(membership("channel", "left"))).isInstanceOf(ReadUpdate.Ignored.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "member", "administrator" })
	void aGroupThatLetsTheBotInIsToldApart(String status) {
		assertThat(read(membership("supergroup", status))).isEqualTo(new ReadUpdate.IntoGroup(-9));
	}

	@ParameterizedTest
	@ValueSource(strings = { "kicked", "left" })
	void goingFromAGroupNeedsNoWords(String status) {
		assertThat(read(membership("supergroup", status))).isInstanceOf(ReadUpdate.Ignored.class);
	}

	@Test
	void aLocationThatMovesIsNoEdit() {
		assertThat(read(edited("'location': {'latitude': 1, 'longitude': 1, 'live_period': 60}")))
			.isInstanceOf(ReadUpdate.Ignored.class);
		assertThat(read(edited("'text': 'x'"))).isEqualTo(new ReadUpdate.FromPerson(anna(), new Incoming.Edited(5L)));
	}

	@Test
	void aPressWithoutDataIsStillThePersonsOwn() {
		assertThat(read("""
				{'update_id': 1, 'callback_query': {'id': 'p', 'chat_instance': '1', 'from': %s,
				 'message': {'message_id': 5, 'date': 0, 'chat': %s}}}""".formatted(ANNA, PRIVATE)))
			.isEqualTo(new ReadUpdate.FromPerson(anna(), new Incoming.Press(5L, "p", "")));
	}

	@Test
	void aPressInAGroupIsNobodysHere() {
		assertThat(read("""
				{'update_id': 1, 'callback_query': {'id': 'p', 'chat_instance': '1', 'from': %s, 'data': 'gallery:open',
				 'message': {'message_id': 5, 'date': 1, 'chat': %s}}}""".formatted(ANNA, GROUP)))
			.isEqualTo(new ReadUpdate.StrayPress("p"));
	}

	private static Sender anna() {
		return new Sender(7, 7, "Anna", "en");
	}

	private static Incoming message(String content) {
		return ((ReadUpdate.FromPerson) read(inChat(PRIVATE, content))).what();
	}

	private static String inChat(String chat, String content) {
		return "{'update_id': 1, 'message': {'message_id': 5, 'date': 1, 'chat': %s, 'from': %s, %s}}".formatted(chat,
				ANNA, content);
	}

	private static String edited(String content) {
		return "{'update_id': 1, 'edited_message': {'message_id': 5, 'date': 1, 'chat': %s, 'from': %s, %s}}"
			.formatted(PRIVATE, ANNA, content);
	}

	private static String membership(String chat, String status) {
		return """
				{'update_id': 1, 'my_chat_member': {'date': 1, 'chat': {'id': -9, 'type': '%s'}, 'from': %s,
				 'old_chat_member': {'status': 'left'}, 'new_chat_member': {'status': '%s'}}}""".formatted(chat, ANNA,
				status);
	}

	private static ReadUpdate read(String update) {
		return UpdateReading.read(json(update));
	}

	/** Single quotes stand for double ones. */
	private static String json(String text) {
		return text.replace('\'', '"');
	}

}
