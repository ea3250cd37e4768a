package studio.avatar.common.messaging;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import studio.avatar.common.contract.ChatEvent;
import studio.avatar.common.contract.ChatEvent.CommandIssued;
import studio.avatar.common.contract.ChatEvent.TextEntered;
import studio.avatar.common.contract.Origin;
import studio.avatar.common.contract.ServiceName;
import studio.avatar.common.contract.Topic;
import studio.avatar.common.probe.Probe;
import studio.avatar.common.probe.Probe.Counts;
import studio.avatar.common.testkit.Wire;
import studio.avatar.sandbox.backing.Backing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class ParkingIT {

	private static final String PARKED = "gallery.parked";

	private static final Wire wire = Wire.of(Backing.shared().kafkaBrokers());

	private static final List<String> attempts = new CopyOnWriteArrayList<>();

	private static Probe probe;

	private final long chat = Probe.freshChat();

	private Counts before = new Counts(0, 0, 0, 0, 0);

	@BeforeAll
	static void start() {
		probe = Probe.start("parking", ParkingIT::handle);
	}

	@AfterAll
	static void stop() {
		probe.close();
	}

	@BeforeEach
	void count() {
		this.before = probe.counts();
	}

	private static void handle(Envelope<ChatEvent> envelope, Outbox outbox) {
		String said = switch (envelope.event()) {
			case CommandIssued command -> command.command();
			case TextEntered text -> text.expectation();
			default -> "";
		};
		attempts.add(envelope.key() + ' ' + said);
		switch (said) {
			case "bug" -> throw new IllegalStateException("not so", new ArithmeticException("divided by nothing"));
			case "gallery:never" -> throw new PermanentFailure("never ever");
			default -> {
			}
		}
	}

	@Test
	void aPoisonRecordIsParkedAndTheNextOneFlows() {
		String poison = wire.publish(Topic.CHAT_GALLERY, this.chat, Probe.command(this.chat, "bug"));
		wire.publish(Topic.CHAT_GALLERY, this.chat, Probe.command(this.chat, "next"));

		awaitCounts(new Counts(2, 1, 0, 0, 1));
		assertThat(attemptsIn(this.chat)).containsExactly("bug", "bug", "bug", "bug", "bug", "next");
		assertThat(parked()).singleElement().satisfies((record) -> {
			assertThat(Wire.header(record, Headers.ID)).isEqualTo(poison);
			assertThat(Wire.header(record, Headers.TYPE)).isEqualTo("chat.command-issued");
			assertThat(record.value()).isEqualTo(new EventCodec().write(Probe.command(this.chat, "bug")));
			assertThat(Wire.header(record, Headers.PARKED_TOPIC)).isEqualTo("chat.gallery");
			assertThat(Wire.header(record, Headers.PARKED_PARTITION)).isEqualTo("" + origin(poison).partition());
			assertThat(Wire.header(record, Headers.PARKED_OFFSET)).isEqualTo("" + origin(poison).offset());
			assertThat(Wire.header(record, Headers.PARKED_CONSUMER)).isEqualTo(Probe.CONSUMER);
			assertThat(Wire.header(record, Headers.PARKED_CAUSE)).isEqualTo("java.lang.ArithmeticException");
			assertThat(Wire.header(record, Headers.PARKED_MESSAGE)).isEqualTo("divided by nothing");
			assertThat(Wire.header(record, Headers.PARKED_FINGERPRINT)).matches("[0-9a-f]{16}");
			assertThat(Wire.header(record, Headers.PARKED_STACKTRACE)).contains("ParkingIT.handle")
				.satisfies((trace) -> assertThat(trace.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(2049));
			assertThat(Wire.header(record, Headers.PARKED_AT)).isNotBlank();
		});
	}

	@Test
	void aHandlerThatSaysItNeverHelpsIsNotAskedAgain() {
		wire.publish(Topic.CHAT_GALLERY, this.chat, new TextEntered(origin(), "gallery:never", "x"));

		awaitCounts(new Counts(1, 0, 0, 0, 1));
		assertThat(attemptsIn(this.chat)).containsExactly("gallery:never");
	}

	@Test
	void bytesThatAreNoJsonAreParkedAsTheyAre() {
		byte[] bytes = { 1, 2, (byte) 0xff, 0 };

		publish(this.chat, bytes, headers());

		awaitCounts(new Counts(1, 0, 0, 0, 1));
		assertThat(parked()).singleElement().satisfies((record) -> assertThat(record.value()).isEqualTo(bytes));
	}

	@Test
	void anEventThatItsRecordRefusesIsParked() {
		publish(this.chat, "{\"command\": \"create\", \"arguments\": \"\"}".getBytes(StandardCharsets.UTF_8),
				headers());

		awaitCounts(new Counts(1, 0, 0, 0, 1));
		assertThat(parked()).singleElement()
			.satisfies(
					(record) -> assertThat(Wire.header(record, Headers.PARKED_MESSAGE)).contains("origin is missing"));
	}

	@Test
	void aRecordWithoutCloudEventsHeadersIsParkedWithTheNameOfTheMissingOne() {
		Map<String, String> headers = headers();
		headers.remove(Headers.ID);

		publish(this.chat, event(), headers);

		awaitCounts(new Counts(1, 0, 0, 0, 1));
		assertThat(parked()).singleElement()
			.satisfies((record) -> assertThat(Wire.header(record, Headers.PARKED_MESSAGE))
				.isEqualTo("header ce_id is missing"));
	}

	@Test
	void aRecordWithoutKeyIsParked() {
		Map<String, String> headers = headers();

		publish(null, event(), headers);

		awaitCounts(new Counts(1, 0, 0, 0, 1));
		assertThat(wire.raw(PARKED)).filteredOn((record) -> hasId(record, headers))
			.singleElement()
			.satisfies((record) -> assertThat(Wire.header(record, Headers.PARKED_MESSAGE))
				.isEqualTo("the record has no key"));
	}

	@Test
	void aRecordWithoutValueIsParked() {
		publish(this.chat, null, headers());

		awaitCounts(new Counts(1, 0, 0, 0, 1));
		assertThat(parked()).singleElement().satisfies((record) -> {
			assertThat(record.value()).isNull();
			assertThat(Wire.header(record, Headers.PARKED_MESSAGE)).isEqualTo("the record has no value");
		});
	}

	@Test
	void anUnknownTypeIsCountedAndKept() {
		Map<String, String> headers = headers();
		headers.put(Headers.TYPE, "chat.voice-sent");
		byte[] newer = "{\"seconds\": 7}".getBytes(StandardCharsets.UTF_8);

		publish(this.chat, newer, headers);

		awaitCounts(new Counts(1, 0, 0, 1, 0));
		assertThat(parked()).singleElement().satisfies((record) -> {
			assertThat(record.value()).isEqualTo(newer);
			assertThat(Wire.header(record, Headers.TYPE)).isEqualTo("chat.voice-sent");
			assertThat(Wire.header(record, Headers.PARKED_MESSAGE)).isEqualTo("unknown type chat.voice-sent");
		});
	}

	@Test
	void theLargestRecordThereCanBeFitsWhereItIsParked() {
		try (BrokerAdmin admin = new BrokerAdmin(Backing.shared().kafkaBrokers())) {
			admin.setLimitsOfTheCatalogue(ServiceName.GALLERY);
		}
		TextEntered text = new TextEntered(origin(), "gallery:never", "x".repeat(899_000));

		wire.publish(Topic.CHAT_GALLERY, this.chat, text);

		awaitCounts(new Counts(1, 0, 0, 0, 1));
		assertThat(parked()).singleElement()
			.satisfies((record) -> assertThat(record.value()).isEqualTo(new EventCodec().write(text)));
	}

	@Test
	void aRecordThatCannotEvenBeParkedStaysUntilItCan() {
		try (BrokerAdmin admin = new BrokerAdmin(Backing.shared().kafkaBrokers())) {
			admin.setLargestRecord(PARKED, 100);
			String poison = wire.publish(Topic.CHAT_GALLERY, this.chat,
					new TextEntered(origin(), "gallery:never", "x"));
			wire.publish(Topic.CHAT_GALLERY, this.chat, Probe.command(this.chat, "next"));
			await().until(() -> attemptsIn(this.chat).size() >= 3);
			ConsumerRecord<byte[], byte[]> origin = origin(poison);
			assertThat(admin.committed(Probe.CONSUMER, new TopicPartition(origin.topic(), origin.partition())))
				.isLessThanOrEqualTo(origin.offset());
			assertThat(probe.counts().minus(this.before)).isEqualTo(new Counts(1, 0, 0, 0, 0));

			admin.setLargestRecord(PARKED, TopicCreation.PARKED_RECORD_BYTES);

			awaitCounts(new Counts(2, 1, 0, 0, 1));
			assertThat(parked()).singleElement()
				.satisfies((record) -> assertThat(Wire.header(record, Headers.ID)).isEqualTo(poison));
			assertThat(attemptsIn(this.chat).getLast()).isEqualTo("next");
		}
	}

	private void awaitCounts(Counts expected) {
		await().untilAsserted(() -> assertThat(probe.counts().minus(this.before)).isEqualTo(expected));
		assertThat(expected.balanced()).isTrue();
		await().untilAsserted(() -> assertThat(wire.raw(PARKED).size()).isGreaterThanOrEqualTo(1));
	}

	private static List<String> attemptsIn(long chat) {
		String prefix = chat + " ";
		return attempts.stream()
			.filter((at) -> at.startsWith(prefix))
			.map((at) -> at.substring(prefix.length()))
			.toList();
	}

	private List<ConsumerRecord<byte[], byte[]>> parked() {
		return await().until(() -> wire.raw(PARKED).stream().filter(this::isOfThisChat).toList(),
				(records) -> !records.isEmpty());
	}

	private boolean isOfThisChat(ConsumerRecord<byte[], byte[]> record) {
		return record.key() != null && new String(record.key(), StandardCharsets.UTF_8).equals("" + this.chat);
	}

	private static ConsumerRecord<byte[], byte[]> origin(String id) {
		return await().until(() -> wire.raw("chat.gallery")
			.stream()
			.filter((record) -> id.equals(Wire.header(record, Headers.ID)))
			.findFirst()
			.orElse(null), Objects::nonNull);
	}

	private static boolean hasId(ConsumerRecord<byte[], byte[]> record, Map<String, String> headers) {
		return Objects.equals(Wire.header(record, Headers.ID), headers.get(Headers.ID));
	}

	private Origin origin() {
		return new Origin(this.chat, this.chat, "en", "UTC", null);
	}

	private byte[] event() {
		return new EventCodec().write(Probe.command(this.chat, "create"));
	}

	private Map<String, String> headers() {
		return new HashMap<>(wire.headers(Topic.CHAT_GALLERY, this.chat, Probe.command(this.chat, "create"),
				UUID.randomUUID().toString(), UUID.randomUUID().toString()));
	}

	private static void publish(@Nullable Long key, byte @Nullable [] value, Map<String, String> headers) {
		byte[] bytes = (key != null) ? key.toString().getBytes(StandardCharsets.UTF_8) : null;
		wire.publishRaw("chat.gallery", bytes, value, headers);
	}

}
