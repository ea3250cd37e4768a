package studio.avatar.common.contract;

import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonTypeName;
import org.assertj.core.api.ThrowableAssert;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import studio.avatar.common.messaging.EventCodec;
import studio.avatar.common.messaging.UnreadableEvent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What was once said must be readable for ever: an approved file is never changed, only
 * added. {@code -Dapprove=true} writes the missing ones.
 */
class ContractTests {

	private static final Path APPROVED = Path.of("src/test/resources/contract");

	private static final JsonMapper json = JsonMapper.shared();

	private final EventCodec codec = new EventCodec();

	static Stream<Object> events() {
		return ApprovedEvents.all();
	}

	@Test
	void everyEventThatMayTravelHasAnApprovedFileAndNoFileIsLeftOver() throws IOException {
		if (Boolean.getBoolean("approve")) {
			ApprovedEvents.all().forEach(this::approve);
		}
		try (Stream<Path> files = Files.list(APPROVED)) {
			assertThat(files.map((file) -> file.getFileName().toString()))
				.containsExactlyInAnyOrderElementsOf(ApprovedEvents.kinds().map(ContractTests::fileName).toList());
		}
	}

	@Test
	void noTwoEventsShareAWireName() {
		assertThat(ApprovedEvents.kinds().map(EventCodec::wireName)).doesNotHaveDuplicates();
	}

	@ParameterizedTest
	@MethodSource("events")
	void anOldFileIsReadAsTheSameEvent(Object event) {
		assertThat(this.codec.<Object>read(family(event), EventCodec.wireName(event.getClass()), approved(event)))
			.isEqualTo(event);
	}

	@ParameterizedTest
	@MethodSource("events")
	void anEventIsWrittenAsItWasApproved(Object event) {
		assertThat(json.readTree(this.codec.write(event))).isEqualTo(json.readTree(approved(event)));
	}

	@ParameterizedTest
	@MethodSource("events")
	void aFieldOfANewerVersionIsSkipped(Object event) {
		ObjectNode newer = (ObjectNode) json.readTree(approved(event));
		newer.putObject("invented").put("later", true);

		assertThat(read(event, newer)).isEqualTo(event);
	}

	@ParameterizedTest
	@MethodSource("events")
	void whatIsNotMeantToBeAbsentMustBeThere(Object event) {
		List<String> required = required(event.getClass(), json.readTree(approved(event)), "");

		assertThat(required).isNotEmpty().allSatisfy((pointer) -> {
			assertUnreadable(event, without(event, pointer), pointer);
			assertUnreadable(event, with(event, pointer, "null"), pointer);
		});
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			chat.command-issued       | /origin/chatId           | 0
			chat.command-issued       | /origin/locale           | " "
			chat.command-issued       | /command                 | ""
			chat.button-pressed       | /pressId                 | ""
			chat.photos-sent          | /photos                  | []
			chat.photos-sent          | /photos/0/refused        | "TOO_LARGE"
			chat.photos-sent          | /photos/0/file/key       | "/etc/passwd"
			chat.photos-sent          | /photos/0/file/key       | "a/../../b"
			chat.photos-sent          | /photos/0/file/sha256    | "abc"
			chat.photos-sent          | /photos/0/file/bytes     | 0
			reply.show-card           | /chatId                  | 0
			reply.show-card           | /content/keyboard/0/0/label  | ""
			reply.show-card           | /content/keyboard/0/0/action | "start"
			reply.show-card           | /content/keyboard/0/0/action | "weather:today"
			reply.show-card           | /content/keyboard/0/0/action | "menu:жжжжжжжжжжжжжжжжжжжжжжжжжжжжжж"
			reply.show-card           | /content/text/spans/0/link   | "https://t.me/x"
			reply.show-card           | /expects/name            | "weather:city"
			reply.show-card           | /expects/accepts         | []
			reply.show-card           | /expects/accepts         | ["VOICE"]
			reply.show-card           | /expects/lasts           | "PT0S"
			reply.show-card           | /expects/lasts           | "P31D"
			reply.show-pictures       | /pictures                | []
			reply.show-toast          | /text                    | " "
			reply.show-activity       | /activity                | "DANCING"
			generation.completed      | /images                  | []
			generation.completed      | /ratio                   | "ROUND"
			generation.completed      | /completedAt             | "yesterday"
			generation.completed      | /generationId            | "42"
			generation.failed         | /reason                  | " "
			training.avatar-ready     | /userId                  | 0
			training.avatar-ready     | /name                    | ""
			training.avatar-ready     | /main                    | "perhaps"
			credits.hold              | /amount                  | 0
			credits.hold              | /amount                  | -5
			credits.hold              | /amount                  | 9999999999
			credits.hold              | /purpose                 | "FUN"
			credits.capture           | /amount                  | 0
			credits.declined          | /available               | 100
			credits.declined          | /available               | -1
			credits.captured          | /captured                | 0
			credits.captured          | /released                | -1
			credits.released          | /amount                  | 0
			credits.balance-changed   | /available               | -1
			credits.balance-changed   | /revision                | 0
			provider.job-ended        | /service                 | "WEATHER"
			provider.job-ended        | /jobId                   | "42"
			provider.job-ended        | /proof                   | ""
			provider.job-ended        | /requestId               | " "
			provider.job-ended        | /ok                      | "perhaps"
			provider.job-ended        | /at                      | "just now"
			""", quoteCharacter = '~')
	void nonsenseIsRefused(String type, String pointer, String value) {
		Object event = ApprovedEvents.all()
			.filter((approved) -> EventCodec.wireName(approved.getClass()).equals(type))
			.findFirst()
			.orElseThrow();

		assertUnreadable(event, with(event, pointer, value), pointer);
	}

	@Test
	void moreThanThereMayBeIsRefused() {
		ApprovedEvents.all().forEach((event) -> {
			switch (event) {
				case GenerationEvent.GenerationCompleted completed ->
					assertUnreadable(event, repeated(event, "/images", 5), "/images");
				case Reply.ShowPictures pictures ->
					assertUnreadable(event, repeated(event, "/pictures", 11), "/pictures");
				case Reply.ShowToast toast ->
					assertUnreadable(event, with(event, "/text", '"' + "x".repeat(201) + '"'), "/text");
				default -> {
				}
			}
		});
	}

	@Test
	void aCardMayShowASheetInPlaceOfAPicture() {
		String picture = "{\"key\":\"a.png\",\"sha256\":\"" + "0".repeat(64)
				+ "\",\"contentType\":\"image/png\",\"bytes\":9,\"width\":1,\"height\":1}";
		String wire = "{\"chatId\":1,\"card\":\"gallery\",\"content\":{\"text\":{\"spans\":[]},\"picture\":null,"
				+ "\"keyboard\":[],\"sheet\":{\"pictures\":[" + picture + "],\"firstNumber\":10}},\"progress\":false}";

		Reply read = this.codec.read(Reply.class, "reply.update-card", wire.getBytes(StandardCharsets.UTF_8));

		assertThat(read)
			.isEqualTo(new Reply.UpdateCard(1, "gallery",
					new Card(RichText.empty(), null, List.of(),
							new Sheet(List.of(new MediaRef("a.png", "0".repeat(64), "image/png", 9, 1, 1)), 10)),
					false));
		assertThat(json.readTree(this.codec.write(read))).isEqualTo(json.readTree(wire));
	}

	@Test
	void aSheetHoldsOneToNinePicturesAndNoCardShowsAPictureBesides() {
		MediaRef picture = new MediaRef("a.png", "0".repeat(64), "image/png", 9, 1, 1);
		Sheet nine = new Sheet(Collections.nCopies(9, picture), 1);

		assertRefused(() -> new Sheet(List.of(), 1));
		assertRefused(() -> new Sheet(Collections.nCopies(10, picture), 1));
		assertRefused(() -> new Sheet(List.of(picture), 0));
		assertRefused(() -> new Card(RichText.of("both"), picture, List.of(), nine));
		assertThat(Card.of(RichText.of("one")).picture(picture).sheet(nine).picture()).isNull();
	}

	@Test
	void aCardHasNoMoreButtonsThanTelegramTakes() {
		List<Button> row = Collections.nCopies(100, new Button("x", "menu:main"));
		Card full = Card.of(RichText.of("many")).row(row);

		assertThat(full.keyboard().getFirst()).hasSize(100);
		assertRefused(() -> full.row(row.getFirst()));
	}

	private static void assertRefused(ThrowableAssert.ThrowingCallable made) {
		assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(made);
	}

	@Test
	void anotherTypeIsUnrecognizedAndKeepsItsName() {
		assertThat(this.codec.read(Reply.class, "reply.sing", "{}".getBytes(StandardCharsets.UTF_8)))
			.isEqualTo(new Reply.Unrecognized("reply.sing"));
	}

	@Test
	void jsonThatIsNullIsNoEvent() {
		assertThatExceptionOfType(UnreadableEvent.class).isThrownBy(
				() -> this.codec.read(Reply.class, "reply.remove-card", "null".getBytes(StandardCharsets.UTF_8)));
	}

	@Test
	void actionsUpToTelegramsLimitAreTaken() {
		assertThat(new Button("x".repeat(64), "menu:" + "x".repeat(59)).action()).hasSize(64);
		assertThatExceptionOfType(IllegalArgumentException.class)
			.isThrownBy(() -> new Button("x", "menu:" + "x".repeat(60)))
			.withMessage("action has 65 bytes, more than 64");
		assertThatExceptionOfType(IllegalArgumentException.class)
			.isThrownBy(() -> new Button("x".repeat(65), "menu:main"));
	}

	@Test
	void aButtonTellsItsDomainOrOpensAnAddress() {
		Button opening = Button.opening("Open", "https://t.me/bot?start=group");

		assertThat(json.readValue(json.writeValueAsString(opening), Button.class)).isEqualTo(opening);
		assertThatExceptionOfType(IllegalArgumentException.class)
			.isThrownBy(() -> new Button("x", "menu:main", "https://t.me/bot"));
		assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> new Button("x", null, null));
		assertThatExceptionOfType(IllegalArgumentException.class)
			.isThrownBy(() -> Button.opening("x", "javascript:alert(1)"));
	}

	private void assertUnreadable(Object event, JsonNode changed, String pointer) {
		assertThatExceptionOfType(UnreadableEvent.class).as("%s of %s", pointer, event)
			.isThrownBy(() -> read(event, changed));
	}

	private Object read(Object event, JsonNode changed) {
		return this.codec.read(family(event), EventCodec.wireName(event.getClass()), json.writeValueAsBytes(changed));
	}

	private static JsonNode without(Object event, String pointer) {
		JsonNode tree = json.readTree(approved(event));
		int slash = pointer.lastIndexOf('/');
		((ObjectNode) tree.at(pointer.substring(0, slash))).remove(pointer.substring(slash + 1));
		return tree;
	}

	private static JsonNode with(Object event, String pointer, String value) {
		JsonNode tree = json.readTree(approved(event));
		int slash = pointer.lastIndexOf('/');
		assertThat(tree.at(pointer).isMissingNode()).as(pointer).isFalse();
		((ObjectNode) tree.at(pointer.substring(0, slash))).set(pointer.substring(slash + 1), json.readTree(value));
		return tree;
	}

	private static JsonNode repeated(Object event, String pointer, int times) {
		JsonNode first = json.readTree(approved(event)).at(pointer).get(0);
		return with(event, pointer, json.writeValueAsString(Stream.generate(() -> first).limit(times).toList()));
	}

	/** Pointers to all fields, also of nested records, that are not marked nullable. */
	private static List<String> required(Type type, JsonNode node, String at) {
		List<String> pointers = new ArrayList<>();
		if (type instanceof ParameterizedType collection && node.isArray()) {
			for (int i = 0; i < node.size(); i++) {
				pointers.addAll(required(collection.getActualTypeArguments()[0], node.get(i), at + '/' + i));
			}
		}
		else if (type instanceof Class<?> kind && kind.isRecord() && node.isObject()) {
			for (RecordComponent component : kind.getRecordComponents()) {
				String pointer = at + '/' + component.getName();
				if (!isNullable(component)) {
					pointers.add(pointer);
				}
				pointers.addAll(required(component.getGenericType(), node.path(component.getName()), pointer));
			}
		}
		return pointers;
	}

	private static boolean isNullable(RecordComponent component) {
		AnnotatedElement type = component.getAnnotatedType();
		return type.isAnnotationPresent(Nullable.class);
	}

	@SuppressWarnings("unchecked")
	private static Class<Object> family(Object event) {
		return (Class<Object>) Arrays.stream(event.getClass().getInterfaces())
			.filter(Class::isSealed)
			.findFirst()
			.orElseThrow();
	}

	private void approve(Object event) {
		Path file = APPROVED.resolve(fileName(event.getClass()));
		try {
			if (Files.notExists(file)) {
				JsonNode tree = json.readTree(this.codec.write(event));
				Files.writeString(file, json.writerWithDefaultPrettyPrinter().writeValueAsString(tree) + '\n');
			}
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static byte[] approved(Object event) {
		try {
			return Files.readAllBytes(APPROVED.resolve(fileName(event.getClass())));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String fileName(Class<?> kind) {
		return kind.getAnnotation(JsonTypeName.class).value() + ".json";
	}

}
