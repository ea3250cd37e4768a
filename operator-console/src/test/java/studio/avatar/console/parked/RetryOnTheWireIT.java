package studio.avatar.console.parked;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import studio.avatar.common.contract.ServiceName;
import studio.avatar.common.messaging.Place;
import studio.avatar.console.replay.RecordToReplay;
import studio.avatar.console.replay.Replays;
import studio.avatar.console.replay.ServiceStandIn;
import studio.avatar.sandbox.backing.Backing;

import static org.assertj.core.api.Assertions.assertThat;

/** Retries as replays over the broker, to a service that answers. */
class RetryOnTheWireIT extends ParkedUnderTest {

	@Autowired
	private Replays replays;

	private final ServiceStandIn service = new ServiceStandIn(ServiceName.GENERATION, WIRE,
			Backing.shared().kafkaBrokers());

	@BeforeEach
	void isMended() {
		this.service.handles((record) -> ServiceStandIn.Answer.QUIET);
	}

	@AfterEach
	void leave() throws InterruptedException {
		this.service.close();
	}

	@Test
	void fiveHundredRecordsOfAMendedBugAreHandledOnceEach() {
		List<String> ids = IntStream.range(0, 500).mapToObj((i) -> Parking.eventId(this.parking.park(i % 40))).toList();
		await(this.parking.group(), 500);
		long retry = this.start.group(this.parking.group(), wish());
		Awaitility.await().until(() -> !this.retries.find(retry).retry().running());
		assertThat(this.retries.find(retry).retry().state()).isEqualTo(RetryState.DONE);
		assertThat(this.groups.find(this.parking.group()).orElseThrow().handled()).isEqualTo(500);
		assertThat(ids).allSatisfy((id) -> assertThat(this.service.handled().get(id)).hasValue(1));
	}

	@Test
	void aBugThatIsNotMendedEndsTheRetryAtTheFirstRecord() {
		this.service.handles((record) -> ServiceStandIn.Answer.failing("still broken"));
		IntStream.range(0, 30).forEach((i) -> this.parking.park(i));
		await(this.parking.group(), 30);
		long retry = this.start.group(this.parking.group(), wish());
		Awaitility.await().until(() -> !this.retries.find(retry).retry().running());
		assertThat(this.retries.find(retry).retry().state()).isEqualTo(RetryState.STOPPED);
		assertThat(this.groups.find(this.parking.group()).orElseThrow().open()).isEqualTo(29);
	}

	@Test
	void whatAnotherReplayHandledIsSettledHereToo() {
		this.parking.park(42);
		await(this.parking.group(), 1);
		ParkedRow row = only(this.parking.group());
		Place place = new Place(row.topic(), row.partition(), row.offset());
		Map<String, String> headers = this.files.record(row.id()).orElseThrow().headers();
		this.replays.retry(row.consumer(),
				List.of(new RecordToReplay(place, "42".getBytes(), "{}".getBytes(), headers)), "anna",
				"done elsewhere");
		Awaitility.await()
			.untilAsserted(() -> assertThat(only(this.parking.group()).status()).isEqualTo(Status.HANDLED));
	}

}
