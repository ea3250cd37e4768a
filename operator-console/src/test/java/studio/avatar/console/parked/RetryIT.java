package studio.avatar.console.parked;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

import studio.avatar.console.audit.Audit;
import studio.avatar.console.replay.ItemResult;
import studio.avatar.console.replay.ReplayEnded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RetryIT extends ParkedUnderTest {

	@Autowired
	private RetryAdvance advance;

	@Autowired
	private Audit audit;

	@Test
	void fiveHundredRecordsOfOneBugAreRetriedInGrowingBatchesToZero() {
		IntStream.range(0, 500).forEach((i) -> this.parking.park(i % 40));
		await(this.parking.group(), 500);
		long retry = this.start.group(this.parking.group(), wish());
		answerUntilItEnds(retry, 0);
		Group group = this.groups.find(this.parking.group()).orElseThrow();
		assertThat(group.open()).isZero();
		assertThat(group.handled()).isEqualTo(500);
		assertThat(this.retries.find(retry).batches()).extracting(BatchCount::size)
			.containsExactly(1, 2, 5, 20, 100, 372);
		assertThat(this.retries.find(retry).retry().state()).isEqualTo(RetryState.DONE);
	}

	@Test
	void aBatchThatFailsEndsTheRetryAndTheRestIsOpenAgain() {
		IntStream.range(0, 30).forEach((i) -> this.parking.park(i));
		await(this.parking.group(), 30);
		long retry = this.start.group(this.parking.group(), wish());
		answerUntilItEnds(retry, 3);
		RetryView view = this.retries.find(retry);
		assertThat(view.retry().state()).isEqualTo(RetryState.STOPPED);
		assertThat(view.retry().words()).isEqualTo("5 of the 5 records of batch 3 failed.");
		assertThat(view.handled()).isEqualTo(3);
		assertThat(view.notSent()).isEqualTo(22);
		assertThat(this.groups.find(this.parking.group()).orElseThrow().open()).isEqualTo(22);
	}

	@Test
	void whatFailsAgainIsOpenWithOneAttemptMoreUnderItsNewCause() {
		this.parking.park(42);
		await(this.parking.group(), 1);
		ParkedRow row = only(this.parking.group());
		long retry = this.start.one(row.id(), wish());
		this.answering.answer(retry, (sent) -> false);
		ParkedFile file = this.files.find(row.id()).orElseThrow();
		assertThat(file.record().status()).isEqualTo(Status.OPEN);
		assertThat(file.record().attempts()).isEqualTo(2);
		assertThat(file.record().fingerprint()).isEqualTo("00ff00ff00ff00ff");
		assertThat(file.attempts().getLast().replayId()).isNotNull();
		assertThat(file.actions()).extracting(Action::what).containsExactly("retried");
	}

	@Test
	void ofManyClicksAtOnceOneSends() {
		this.parking.park(42);
		await(this.parking.group(), 1);
		long id = only(this.parking.group()).id();
		ConcurrentLinkedQueue<String> refusals = new ConcurrentLinkedQueue<>();
		CompletableFuture.allOf(IntStream.range(0, 8).mapToObj((i) -> CompletableFuture.runAsync(() -> {
			try {
				this.start.one(id, wish());
			}
			catch (ParkedRefused ex) {
				refusals.add(ex.words());
			}
		})).toArray(CompletableFuture[]::new)).join();
		assertThat(refusals).hasSize(7);
		assertThat(timesSent(id)).isEqualTo(1);
	}

	@Test
	void aLateSecondClickSendsNothingAlthoughTheFirstHasFailedMeanwhile() {
		this.parking.park(42);
		await(this.parking.group(), 1);
		long id = only(this.parking.group()).id();
		Wish seenBefore = new Wish("anna", "it is mended", this.retries.newest());
		this.answering.answer(this.start.one(id, seenBefore), (sent) -> false);
		assertThatThrownBy(() -> this.start.one(id, seenBefore)).isInstanceOf(ParkedRefused.class);
		assertThat(timesSent(id)).isEqualTo(1);
	}

	@Test
	void whatArrivesWhileARetryRunsIsToldAndNotIncluded() {
		this.parking.park(1);
		this.parking.park(2);
		await(this.parking.group(), 2);
		long retry = this.start.group(this.parking.group(), wish());
		this.parking.park(3);
		await(this.parking.group(), 1);
		assertThat(this.retries.find(retry).arrived()).isEqualTo(1);
		answerUntilItEnds(retry, 0);
		assertThat(this.retries.find(retry).retry().records()).isEqualTo(2);
		assertThat(this.groups.find(this.parking.group()).orElseThrow().open()).isEqualTo(1);
	}

	@Test
	void handledBeforeCountsAsHandled() {
		this.parking.park(42);
		await(this.parking.group(), 1);
		long id = only(this.parking.group()).id();
		long retry = this.start.one(id, wish());
		this.answering.settle(this.answering.out(retry).getFirst(), ItemResult.DROPPED);
		assertThat(this.files.record(id).orElseThrow().status()).isEqualTo(Status.HANDLED);
	}

	@Test
	void anAnswerAfterTheEndOfTheReplayStillCounts() {
		this.parking.park(42);
		await(this.parking.group(), 1);
		long id = only(this.parking.group()).id();
		long retry = this.start.one(id, wish());
		Answering.Sent sent = this.answering.out(retry).getFirst();
		new TransactionTemplate(this.transactions)
			.executeWithoutResult((status) -> this.events.publishEvent(new ReplayEnded(sent.replayId(), "CANCELLED")));
		assertThat(this.files.record(id).orElseThrow().status()).isEqualTo(Status.OPEN);
		this.answering.settle(sent, ItemResult.HANDLED);
		assertThat(this.files.record(id).orElseThrow().status()).isEqualTo(Status.HANDLED);
	}

	@Test
	void whatFailedAndWasHandledAllTheSameIsNoFailure() {
		this.parking.park(42);
		await(this.parking.group(), 1);
		long id = only(this.parking.group()).id();
		long retry = this.start.one(id, wish());
		Answering.Sent sent = this.answering.out(retry).getFirst();
		this.answering.settle(sent, ItemResult.FAILED);
		this.answering.settle(sent, ItemResult.HANDLED);
		assertThat(this.files.record(id).orElseThrow().status()).isEqualTo(Status.HANDLED);
		assertThat(this.retries.find(retry)).matches((view) -> view.handled() == 1 && view.failed() == 0);
	}

	@Test
	void anEndedRetryOpensWhatWasNotSent() {
		IntStream.range(0, 5).forEach((i) -> this.parking.park(i));
		await(this.parking.group(), 5);
		long retry = this.start.group(this.parking.group(), wish());
		this.advance.cancel(retry, "anna");
		assertThat(this.retries.find(retry).retry().state()).isEqualTo(RetryState.CANCELLED);
		Awaitility.await()
			.untilAsserted(() -> assertThat(this.groups.find(this.parking.group()).orElseThrow().open()).isEqualTo(5));
	}

	@Test
	void whatFailedTooOftenIsLeftOutOfItsGroupsRetry() {
		this.parking.park(1);
		this.parking.park(2);
		await(this.parking.group(), 2);
		long often = this.lists.ofGroup(this.parking.group(), false, Long.MAX_VALUE).getFirst().id();
		this.database.sql("update parked_record set attempts = 11 where id = ?").param(often).update();
		long retry = this.start.group(this.parking.group(), wish());
		assertThat(this.retries.find(retry).retry().records()).isEqualTo(1);
		assertThat(this.files.record(often).orElseThrow().status()).isEqualTo(Status.OPEN);
		assertThat(this.start.one(often, wish())).isGreaterThan(retry);
	}

	@Test
	void anEditIsRefusedWhileTheRecordItselfMayStillBeHandled() {
		this.parking.park(42);
		await(this.parking.group(), 1);
		long id = only(this.parking.group()).id();
		long retry = this.start.one(id, wish());
		this.answering.settle(this.answering.out(retry).getFirst(), ItemResult.UNANSWERED);
		TransactionTemplate transaction = new TransactionTemplate(this.transactions);
		assertThatThrownBy(() -> transaction.execute((status) -> this.start.reserve(id, wish())))
			.isInstanceOf(ParkedRefused.class);
		assertThat(this.start.one(id, wish())).isGreaterThan(retry);
	}

	@Test
	void whatWasSettledLongAgoIsForgottenWithItsRetries() {
		this.parking.park(42);
		await(this.parking.group(), 1);
		long id = only(this.parking.group()).id();
		long retry = this.start.one(id, wish());
		this.answering.answer(retry, (sent) -> true);
		Awaitility.await().until(() -> !this.retries.find(retry).retry().running());
		this.database.sql("update parked_record set settled_at = now() - interval '91 days' where id = ?")
			.param(id)
			.update();
		Awaitility.await().untilAsserted(() -> assertThat(this.files.record(id)).isEmpty());
		assertThatThrownBy(() -> this.retries.find(retry)).hasMessageContaining("no retry");
	}

	@Test
	void aBatchHoldsNoMoreThanAReplayTakes() {
		IntStream.range(0, 3).forEach((i) -> this.parking.park(i));
		await(this.parking.group(), 3);
		ParkedSettings inOneBatch = new ParkedSettings(List.of(5), 5, 0.2, false, 10, Duration.ofDays(90));
		BatchSending sending = new BatchSending(this.database, new TwoAtOnce(), inOneBatch, Clock.systemUTC());
		RetryStart starting = new RetryStart(this.database, sending, inOneBatch, this.audit, Clock.systemUTC());
		new TransactionTemplate(this.transactions).executeWithoutResult((status) -> {
			long retry = starting.group(this.parking.group(), wish());
			assertThat(this.retries.find(retry).batches()).extracting(BatchCount::size).containsExactly(2);
			status.setRollbackOnly();
		});
	}

	@Test
	void recordsOfTwoConsumersAreNotRetriedTogether() {
		this.parking.park(1);
		Parking other = new Parking(WIRE, "generation/chat.generation");
		other.park(1);
		await(this.parking.group(), 1);
		await(other.group(), 1);
		List<Long> both = List.of(only(this.parking.group()).id(), only(other.group()).id());
		assertThatThrownBy(() -> this.start.chosen(both, wish())).isInstanceOf(ParkedRefused.class)
			.hasMessageContaining("several consumers");
	}

	/**
	 * Answers batch after batch.
	 * @param failing the batch of which every record fails
	 */
	private void answerUntilItEnds(long retry, int failing) {
		Awaitility.await().until(() -> {
			this.answering.answer(retry, (sent) -> sent.batch() != failing);
			return !this.retries.find(retry).retry().running();
		});
	}

	private long timesSent(long id) {
		return this.database.sql("select count(*) from parked_retry_item where parked_id = ?")
			.param(id)
			.query(Long.class)
			.single();
	}

	/** Replays of two records at most, of which nothing comes. */
	private static final class TwoAtOnce implements Redelivery {

		@Override
		public UUID begin(String consumer, List<RecordToRetry> records, String operator, String reason) {
			return UUID.randomUUID();
		}

		@Override
		public int most() {
			return 2;
		}

		@Override
		public void cancel(UUID replay, String operator) {
			throw new UnsupportedOperationException();
		}

	}

}
