package studio.avatar.common.messaging;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;

import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.messaging.MessageHandlingException;
import org.springframework.messaging.support.GenericMessage;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.BackOffExecution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class FailureTests {

	@ParameterizedTest
	@ValueSource(strings = { "08006", "08001", "57P01", "57P02", "57P03", "53300", "58030" })
	void aLostConnectionMeansThatTheDatabaseIsAway(String state) {
		assertThat(Failure.of(wrapped(new SQLException("gone", state)))).isInstanceOf(Failure.Away.class);
	}

	@Test
	void aPoolThatHasNoConnectionMeansThatTheDatabaseIsAway() {
		assertThat(
				Failure.of(wrapped(new CannotCreateTransactionException("no", new SQLTransientConnectionException()))))
			.isInstanceOf(Failure.Away.class);
		assertThat(Failure.of(wrapped(new SQLException("Connection is closed")))).isInstanceOf(Failure.Away.class);
	}

	@Test
	void aFailedRollbackDoesNotHideThatTheDatabaseIsAway() {
		TransactionSystemException rollback = new TransactionSystemException("rollback", new IllegalStateException());
		rollback.initApplicationException(new SQLException("gone", "08006"));

		assertThat(Failure.of(wrapped(rollback))).isInstanceOf(Failure.Away.class);
	}

	@Test
	void parkingThatDoesNotSucceedMeansThatTheBrokerIsAway() {
		assertThat(Failure.of(wrapped(new NotPublished("x", new TimeoutException())))).isInstanceOf(Failure.Away.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "23505", "40001", "40P01", "42601", "57014" })
	void aConflictOrABadStatementIsNoAbsence(String state) {
		assertThat(Failure.of(wrapped(new DataIntegrityViolationException("no", new SQLException("no", state)))))
			.isInstanceOf(Failure.Unclear.class);
	}

	@Test
	void nonsenseIsPermanent() {
		assertThat(Failure.of(wrapped(new UnreadableEvent("nonsense")))).isInstanceOf(Failure.Permanent.class);
		assertThat(Failure.of(wrapped(new PermanentFailure("never")))).isInstanceOf(Failure.Permanent.class);
	}

	@Test
	void causesThatGoInACircleEnd() {
		IllegalStateException first = new IllegalStateException("first");
		first.initCause(new IllegalStateException("second", first));

		assertThat(Failure.of(first)).isInstanceOf(Failure.Unclear.class);
	}

	@Test
	void nonsenseIsNotRetriedABugIsForThreeSecondsAndAnAbsenceForEver() {
		assertThat(pauses(new UnreadableEvent("nonsense"), 10)).isEmpty();
		assertThat(pauses(new IllegalStateException("bug"), 10)).containsExactly(200L, 400L, 800L, 1_600L);
		assertThat(pauses(new SQLException("gone", "08006"), 1_000)).hasSize(1_000)
			.startsWith(200L, 400L, 800L, 1_600L, 3_200L, 5_000L, 5_000L);
	}

	@Test
	void attemptsAndPausesCanBeSetWithinReason() {
		assertThat(pauses(new IllegalStateException("bug"), 10, new RetrySettings(6, Duration.ofMillis(1))))
			.containsExactly(1L, 2L, 4L, 8L, 16L, 32L);
		assertThatIllegalArgumentException().isThrownBy(() -> new RetrySettings(7, Duration.ofMillis(200)));
		assertThatIllegalArgumentException().isThrownBy(() -> new RetrySettings(4, Duration.ofSeconds(3)));
		assertThatIllegalArgumentException().isThrownBy(() -> new RetrySettings(4, Duration.ZERO));
	}

	@Test
	void onlyARefusedRecordIsItsOwnFault() {
		assertThat(new NotPublished("x", new RecordTooLargeException()).refusesTheRecord()).isTrue();
		assertThat(new NotPublished("x", new TimeoutException()).refusesTheRecord()).isFalse();
	}

	private static Exception wrapped(Exception failure) {
		return new MessageHandlingException(new GenericMessage<>("x"), "error occurred in message handler", failure);
	}

	private static long[] pauses(Exception failure, int most) {
		return pauses(failure, most, new Binder().bindOrCreate("studio.retries", RetrySettings.class));
	}

	private static long[] pauses(Exception failure, int most, RetrySettings retries) {
		BackOff backOff = FailurePolicy.backOff(Failure.of(wrapped(failure)), retries);
		BackOffExecution execution = backOff.start();
		return java.util.stream.LongStream.generate(execution::nextBackOff)
			.takeWhile((pause) -> pause != BackOffExecution.STOP)
			.limit(most)
			.toArray();
	}

}
