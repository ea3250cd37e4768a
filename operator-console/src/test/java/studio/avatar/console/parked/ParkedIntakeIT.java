package studio.avatar.console.parked;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import studio.avatar.common.messaging.Headers;
import studio.avatar.common.testkit.Wire;
import studio.avatar.console.page.Bars;

import static org.assertj.core.api.Assertions.assertThat;

class ParkedIntakeIT extends ParkedUnderTest {

	@Autowired
	private ParkedArrivals arrivals;

	@Autowired
	private ParkedCounts counts;

	@Test
	void recordsOfOneBugAreOneGroup() {
		IntStream.range(0, 7).forEach((i) -> this.parking.park(i % 3));
		Group group = await(this.parking.group(), 7);
		assertThat(group.chats()).isEqualTo(3);
		assertThat(group.causeName()).isEqualTo("IllegalStateException");
		assertThat(this.groups.find(ParkedSearch.OPEN, 0).groups()).extracting(Group::name)
			.contains(this.parking.group());
		assertThat(this.counts.openByConsumer().get("generation/training.events")).isGreaterThanOrEqualTo(7);
	}

	@Test
	void theSameOriginalArrivingAgainIsOneRecordWithOneAttemptMore() {
		long offset = this.parking.park(42);
		await(this.parking.group(), 1);
		this.parking.parkAt(offset, 42, "{\"chatId\":42}");
		Awaitility.await().untilAsserted(() -> assertThat(only(this.parking.group()).attempts()).isEqualTo(2));
		ParkedFile file = this.files.find(only(this.parking.group()).id()).orElseThrow();
		assertThat(file.attempts()).hasSize(2)
			.allMatch((attempt) -> attempt.stackTrace().contains("studio.avatar.gallery.Made.up"));
	}

	@Test
	void aParkedRecordReadTwiceChangesNothing() {
		this.parking.park(42);
		await(this.parking.group(), 1);
		Awaitility.await()
			.until(() -> WIRE.raw("generation.parked")
				.stream()
				.anyMatch((one) -> this.parking.group()
					.fingerprint()
					.equals(Wire.header(one, Headers.PARKED_FINGERPRINT))));
		var parked = WIRE.raw("generation.parked").stream().map(ArrivalReading::read).toList();
		new ParkedIntake(this.database, this.transactions).take(parked);
		assertThat(only(this.parking.group()).attempts()).isEqualTo(1);
	}

	@Test
	void whatIsParkedAgainAfterItWasHandledIsOpenAgain() {
		long offset = this.parking.park(42);
		await(this.parking.group(), 1);
		this.database.sql("update parked_record set status = 'HANDLED', settled_at = now() where id = ?")
			.param(only(this.parking.group()).id())
			.update();
		this.parking.parkAt(offset, 42, "{\"chatId\":42}");
		await(this.parking.group(), 1);
		assertThat(only(this.parking.group()).attempts()).isEqualTo(2);
	}

	@Test
	void aRecordThatSaysNothingAboutItselfIsShown() {
		String word = "odd" + UUID.randomUUID();
		WIRE.publishRaw("generation.parked", null, bytes(word + "\0\uFFFD"), Map.of("zero", "a\0b"));
		ParkedSearch search = new ParkedSearch("generation", null, null, word, false);
		Awaitility.await().until(() -> !this.lists.find(search, Long.MAX_VALUE).isEmpty());
		ParkedRow row = this.lists.find(search, Long.MAX_VALUE).getFirst();
		assertThat(row.topic()).isEqualTo("generation.parked");
		assertThat(row.consumer()).isEqualTo("generation/unknown");
		assertThat(this.files.value(row.id())).isEqualTo(bytes(word + "\0\uFFFD"));
	}

	@Test
	void anotherEventAtTheSamePlaceIsAnotherRecord() {
		long offset = this.parking.park(42);
		await(this.parking.group(), 1);
		this.parking.parkAs("another event", offset, 42, "{\"chatId\":43}");
		await(this.parking.group(), 2);
	}

	@Test
	void aKeyThatNoIndexTakesIsKept() {
		String word = "long" + UUID.randomUUID();
		WIRE.publishRaw("generation.parked", bytes("k".repeat(100_000)), bytes(word), Map.of());
		ParkedSearch search = new ParkedSearch(null, null, null, word, false);
		Awaitility.await().until(() -> this.lists.find(search, Long.MAX_VALUE).size() == 1);
	}

	@Test
	void aSignInASearchMeansItself() {
		this.parking.because("java.lang.IllegalStateException", "100% of_it").park(42);
		await(this.parking.group(), 1);
		assertThat(found("0% of_")).contains(this.parking.group());
		assertThat(found("0%of")).doesNotContain(this.parking.group());
		assertThat(found("of.it")).doesNotContain(this.parking.group());
	}

	@Test
	void thisHourCountsWhatWasParkedInIt() {
		IntStream.range(0, 3).forEach((i) -> this.parking.park(i));
		await(this.parking.group(), 3);
		Bars bars = this.arrivals.pictures(Stretch.HOURS).of(this.parking.group());
		assertThat(bars.sum()).isEqualTo(3);
	}

	private List<GroupName> found(String cause) {
		return this.groups.find(new ParkedSearch(null, cause, null, null, false), 0)
			.groups()
			.stream()
			.map(Group::name)
			.toList();
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
