package studio.avatar.console.parked;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

import studio.avatar.common.messaging.Headers;
import studio.avatar.common.messaging.Place;

import static org.assertj.core.api.Assertions.assertThat;

class ArrivalReadingTests {

	private final ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>("gallery.parked", 0, 17, bytes("42"),
			bytes("{}"));

	@Test
	void itIsKnownByWhereItCameFrom() {
		says(Headers.PARKED_CONSUMER, "gallery/generation.events");
		says(Headers.PARKED_TOPIC, "generation.events");
		says(Headers.PARKED_PARTITION, "3");
		says(Headers.PARKED_OFFSET, "1742");
		says(Headers.PARKED_AT, "2026-11-22T18:03:05Z");
		ParkedArrival arrival = ArrivalReading.read(this.record);
		assertThat(arrival.original()).isEqualTo(new Place("generation.events", 3, 1742));
		assertThat(arrival.consumer()).isEqualTo("gallery/generation.events");
		assertThat(arrival.fromHeaders()).isTrue();
		assertThat(arrival.happenedAt()).isEqualTo(Instant.parse("2026-11-22T18:03:05Z"));
	}

	@Test
	void withoutHeadersItIsKnownByItsOwnPlace() {
		ParkedArrival arrival = ArrivalReading.read(this.record);
		assertThat(arrival.original()).isEqualTo(new Place("gallery.parked", 0, 17));
		assertThat(arrival.consumer()).isEqualTo("gallery/unknown");
		assertThat(arrival.fromHeaders()).isFalse();
		assertThat(arrival.trouble().fingerprint()).isEqualTo("unknown");
	}

	@Test
	void nonsenseInHeadersIsNotBelieved() {
		says(Headers.PARKED_CONSUMER, "../<script>");
		says(Headers.PARKED_TOPIC, "generation.events");
		says(Headers.PARKED_PARTITION, "many");
		says(Headers.PARKED_OFFSET, "1");
		says(Headers.PARKED_FINGERPRINT, "../../x");
		ParkedArrival arrival = ArrivalReading.read(this.record);
		assertThat(arrival.fromHeaders()).isFalse();
		assertThat(arrival.trouble().fingerprint()).isEqualTo("unknown");
		assertThat(arrival.headers()).containsEntry(Headers.PARKED_CONSUMER, "../<script>");
	}

	@Test
	void aHeaderThatIsNoTextIsShownAsDigits() {
		this.record.headers().add("odd", new byte[] { (byte) 0xff, 0 }).add("zero", bytes("a\0b"));
		assertThat(ArrivalReading.read(this.record).headers()).containsEntry("odd", "0xff00")
			.containsEntry("zero", "a\uFFFDb");
	}

	@Test
	void aTimeThatNoDatabaseTakesIsNotBelieved() {
		says(Headers.PARKED_AT, "+1000000000-12-31T23:59:59Z");
		assertThat(ArrivalReading.read(this.record).happenedAt()).isEqualTo(Instant.EPOCH);
	}

	@Test
	void aRecordThatOnlyWaitsIsToldApart() {
		says(Headers.PARKED_CAUSE, "studio.avatar.common.messaging.WaitsBehindParked");
		assertThat(ArrivalReading.read(this.record).trouble().waits()).isTrue();
	}

	private void says(String header, String text) {
		this.record.headers().add(header, bytes(text));
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
