package studio.avatar.sandbox.telegram;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Photos, documents and albums in both directions.
 */
class MediaTests {

	private final TelegramSimulator telegram = TelegramSimulator.start();

	private final SimulatedPerson ann = this.telegram.person(7, "Ann", "en");

	private final BotClient bot = new BotClient(this.telegram);

	@AfterEach
	void stop() {
		this.telegram.close();
	}

	@Test
	void aPersonsPhotoComesInSizesUpTo1280AndIsDownloaded() throws Exception {
		this.ann.sendsPhoto(Pictures.jpeg(2000, 1000), "look");
		JsonNode message = updates().path(0).path("message");
		assertThat(message.path("caption").asString()).isEqualTo("look");
		assertThat(message.path("photo").findValuesAsString("width")).containsExactly("90", "320", "800", "1280");
		byte[] largest = download(message.path("photo").path(3).path("file_id").asString());
		assertThat(Pictures.read(largest).getHeight()).isEqualTo(640);
		assertThat(largest).hasSize(message.path("photo").path(3).path("file_size").asInt());
	}

	@Test
	void aPhotoTakenLyingIsTurnedUpright() {
		this.ann.sendsPhoto(lying(Pictures.jpeg(600, 400)), null);
		String fileId = Objects.requireNonNull(this.ann.messages().getFirst().photoFileId());
		assertThat(Pictures.read(this.telegram.file(fileId)).getHeight()).isEqualTo(600);
	}

	/** Puts EXIF orientation 6 (turn a quarter to the right) into a JPEG. */
	private static byte[] lying(byte[] jpeg) {
		byte[] exif = { (byte) 0xFF, (byte) 0xE1, 0, 34, 'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1,
				0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0 };
		byte[] marked = new byte[jpeg.length + exif.length];
		System.arraycopy(jpeg, 0, marked, 0, 2);
		System.arraycopy(exif, 0, marked, 2, exif.length);
		System.arraycopy(jpeg, 2, marked, 2 + exif.length, jpeg.length - 2);
		return marked;
	}

	@Test
	void aPersonsDocumentKeepsItsBytesNameAndType() throws Exception {
		byte[] content = Pictures.png(700, 600);
		this.ann.sendsDocument("мама.png", "image/png", content);
		JsonNode document = updates().path(0).path("message").path("document");
		assertThat(document.path("file_name").asString()).isEqualTo("мама.png");
		assertThat(document.path("mime_type").asString()).isEqualTo("image/png");
		assertThat(download(document.path("file_id").asString())).isEqualTo(content);
	}

	@Test
	void aPersonsAlbumIsOneUpdateEachWithOneName() {
		this.ann.sendsAlbum(List.of(Pictures.jpeg(60, 60), Pictures.jpeg(61, 60), Pictures.jpeg(62, 60)));
		JsonNode updates = updates();
		assertThat(updates.size()).isEqualTo(3);
		assertThat(updates.findValuesAsString("media_group_id")).hasSize(3)
			.containsOnly(Objects.requireNonNull(this.ann.messages().getFirst().mediaGroupId()));
	}

	@Test
	void theBotSendsAPhotoAgainByItsFileId() {
		JsonNode first = sendPhoto(Pictures.png(100, 80)).path("result").path("photo");
		String fileId = first.path(first.size() - 1).path("file_id").asString();
		JsonNode again = this.bot.result("sendPhoto", "{'chat_id': 7, 'photo': '" + fileId + "'}");
		assertThat(again.path("photo")).isEqualTo(first);
	}

	@Test
	void theBotSendsAnAlbumWithCaptions() {
		JsonNode sent = album("photo", "photo").path("result");
		assertThat(sent.size()).isEqualTo(2);
		assertThat(this.ann.messages()).extracting(SimulatedMessage::text).containsExactly("n 0", "n 1");
		assertThat(this.ann.messages()).extracting(SimulatedMessage::mediaGroupId)
			.containsOnly(sent.path(0).path("media_group_id").asString());
	}

	@Test
	void anAlbumIsTwoToTenOfOneKindWithoutAKeyboard() {
		assertThat(refusal(album("photo"))).isEqualTo("Bad Request: an album must include 2-10 items");
		assertThat(refusal(album("photo", "document")))
			.isEqualTo("Bad Request: document can't be mixed with other media types");
		String[] eleven = new String[11];
		Arrays.fill(eleven, "photo");
		assertThat(refusal(album(eleven))).isEqualTo("Bad Request: too many messages to send as an album");
		assertThat(this.bot.refusal("sendMediaGroup", "{'chat_id': 7, 'media': [], 'reply_markup': {}}"))
			.isEqualTo("400 Bad Request: Bot API 10.1 has no parameter \"reply_markup\" of sendMediaGroup");
		assertThat(this.ann.messages()).isEmpty();
	}

	@Test
	void whatIsNoPhotoIsRefusedInTelegramsWords() {
		assertThat(refusal(sendPhoto("not a picture".getBytes()))).isEqualTo("Bad Request: IMAGE_PROCESS_FAILED");
		assertThat(refusal(sendPhoto(Pictures.png(2100, 100)))).isEqualTo("Bad Request: PHOTO_INVALID_DIMENSIONS");
		assertThat(refusal(sendPhoto(new byte[10_485_761]))).isEqualTo(
				"Bad Request: file of size 10485761 bytes is too big for a photo; the maximum size is 10485760 bytes");
		assertThat(this.bot.refusal("sendPhoto", "{'chat_id': 7, 'photo': 'AgACnonsense'}"))
			.isEqualTo("400 Bad Request: wrong file identifier/HTTP URL specified");
	}

	@Test
	void aCaptionIsAtMost1024Characters() {
		assertThat(captioned("🎨".repeat(1024)).path("ok").asBoolean()).isTrue();
		assertThat(refusal(captioned("🎨".repeat(1025)))).isEqualTo("Bad Request: message caption is too long");
	}

	private JsonNode captioned(String caption) {
		return this.bot.upload("sendPhoto", Map.of("chat_id", "7", "caption", caption),
				Map.of("photo", Pictures.png(64, 64)));
	}

	@Test
	void aFileOverFiftyMegabytesIsNotTaken() {
		int most = 50 * 1024 * 1024;
		assertThat(sized(most).path("ok").asBoolean()).isTrue();
		assertThat(sized(most + 1).path("error_code").asInt()).isEqualTo(413);
	}

	private JsonNode sized(int bytes) {
		return this.bot.upload("sendDocument", Map.of("chat_id", "7"), Map.of("document", new byte[bytes]));
	}

	@Test
	void aDocumentIsNoPhoto() {
		JsonNode document = this.bot
			.upload("sendDocument", Map.of("chat_id", "7"), Map.of("document", "words".getBytes()))
			.path("result")
			.path("document");
		assertThat(
				this.bot.refusal("sendPhoto", "{'chat_id': 7, 'photo': '" + document.path("file_id").asString() + "'}"))
			.isEqualTo("400 Bad Request: can't use file of type Document as Photo");
	}

	@Test
	void aFileOverTwentyMegabytesIsNotHandedOut() {
		this.ann.sendsDocument("big.bin", "application/octet-stream", new byte[20 * 1024 * 1024 + 1]);
		String fileId = updates().path(0).path("message").path("document").path("file_id").asString();
		assertThat(this.bot.refusal("getFile", "{'file_id': '" + fileId + "'}"))
			.isEqualTo("400 Bad Request: file is too big");
		assertThat(this.bot.refusal("getFile", "{'file_id': 'nonsense'}"))
			.isEqualTo("400 Bad Request: invalid file_id");
	}

	private JsonNode updates() {
		return this.bot.result("getUpdates", "{}");
	}

	private byte[] download(String fileId) throws IOException, InterruptedException {
		String path = this.bot.result("getFile", "{'file_id': '" + fileId + "'}").path("file_path").asString();
		URI file = this.telegram.url().resolve("/file/bot" + this.telegram.token() + "/" + path);
		return BotClient.HTTP.send(HttpRequest.newBuilder(file).build(), BodyHandlers.ofByteArray()).body();
	}

	private JsonNode sendPhoto(byte[] picture) {
		return this.bot.upload("sendPhoto", Map.of("chat_id", "7"), Map.of("photo", picture));
	}

	private JsonNode album(String... kinds) {
		StringBuilder media = new StringBuilder();
		for (int i = 0; i < kinds.length; i++) {
			media.append((i > 0) ? ", " : "")
				.append("{\"type\": \"" + kinds[i] + "\", \"media\": \"attach://pic\", \"caption\": \"n " + i + "\"}");
		}
		return this.bot.upload("sendMediaGroup", Map.of("chat_id", "7", "media", "[" + media + "]"),
				Map.of("pic", Pictures.png(64, 64)));
	}

	private static String refusal(JsonNode answer) {
		return answer.path("description").asString("not refused");
	}

}
