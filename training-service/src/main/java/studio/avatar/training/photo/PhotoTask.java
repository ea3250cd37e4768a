package studio.avatar.training.photo;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.UUID;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler.ExponentialBackoffFailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import studio.avatar.common.media.MediaStore;
import studio.avatar.common.messaging.Cause;
import studio.avatar.common.messaging.Trace;
import studio.avatar.common.talk.Talk;

/**
 * Looking at the photos of one message or album, in the background, to its end whatever
 * happens.
 */
@Configuration(proxyBeanMethods = false)
class PhotoTask {

	private static final String TASK = "photo-inspection";

	private static final String FORGET = "photo-forget";

	/** Looks at a batch with photos that make trouble, because the person is waiting. */
	private static final int MOST_ATTEMPTS = 5;

	/** A waiting batch keeps no thread from other work. */
	private static final Duration WHEN_BUSY = Duration.ofMillis(500);

	private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

	/** Whom to tell, kept with the task. */
	record Sender(long chatId, long userId, String locale, String zone, String correlationId,
			String traceparent) implements Serializable {

		/** The turn of the conversation in which an outcome is told. */
		Talk talk(String step) {
			Cause cause = new Cause(this.correlationId, step, Trace.parse(this.traceparent));
			return Talk.opening(this.chatId, this.userId, this.locale, this.zone, cause);
		}
	}

	static TaskInstance<Sender> of(UUID batch, Talk talk) {
		return new TaskInstance<>(TASK, batch.toString(), new Sender(talk.chatId(), talk.userId(), talk.locale(),
				talk.zone().getId(), talk.cause().correlationId(), talk.cause().trace().traceparent()));
	}

	@Bean
	Task<Sender> photoInspectionTask(PhotoWorker worker, PhotoSettings settings) {
		FailureHandler<Sender> again = (failed, task) -> again(settings.pause(), failed, task);
		return Tasks.custom(TASK, Sender.class).onFailure(again).execute((instance, context) -> {
			boolean last = context.getExecution().consecutiveFailures >= MOST_ATTEMPTS - 1;
			return switch (worker.inspectBatch(UUID.fromString(instance.getId()), instance.getData(), last)) {
				case DONE -> new CompletionHandler.OnCompleteRemove<>();
				case BUSY -> (done, task) -> task.reschedule(done, done.getTimeDone().plus(WHEN_BUSY));
				case TROUBLE -> throw new IllegalStateException("photos are left to be judged");
			};
		});
	}

	private static void again(Duration first, ExecutionComplete failed, ExecutionOperations<Sender> task) {
		int failures = failed.getExecution().consecutiveFailures;
		Duration pause = first.multipliedBy(1L << Math.min(failures, 10));
		task.reschedule(failed,
				failed.getTimeDone().plus((pause.compareTo(LONGEST_PAUSE) < 0) ? pause : LONGEST_PAUSE));
	}

	/** Takes a file away that was sent and not wanted; the id is its key. */
	static TaskInstance<Void> forget(String key) {
		return new TaskInstance<>(FORGET, key);
	}

	@Bean
	Task<Void> photoForgetTask(MediaStore store) {
		return Tasks.oneTime(FORGET)
			.onFailure(new ExponentialBackoffFailureHandler<>(Duration.ofSeconds(5), 2.0))
			.execute((instance, context) -> forget(store, instance.getId()));
	}

	private static void forget(MediaStore store, String key) {
		try {
			store.delete(key);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
