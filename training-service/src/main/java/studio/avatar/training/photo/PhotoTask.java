package studio.avatar.training.photo;

import java.io.Serializable;
import java.time.Duration;
import java.util.UUID;

import com.github.kagkarlsson.scheduler.task.FailureHandler.ExponentialBackoffFailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

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
	Task<Sender> photoInspectionTask(PhotoWorker worker) {
		return Tasks.oneTime(TASK, Sender.class)
			.onFailure(new ExponentialBackoffFailureHandler<>(Duration.ofSeconds(2), 2.0))
			.execute((instance, context) -> worker.inspectBatch(UUID.fromString(instance.getId()), instance.getData()));
	}

}
