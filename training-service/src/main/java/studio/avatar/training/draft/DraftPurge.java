package studio.avatar.training.draft;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.UUID;

import com.github.kagkarlsson.scheduler.task.FailureHandler.ExponentialBackoffFailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import studio.avatar.training.photo.PhotoShelf;

/** Takes the files of a discarded draft away. */
@Configuration(proxyBeanMethods = false)
class DraftPurge {

	private static final String TASK = "draft-purge";

	static TaskInstance<Void> of(UUID avatarId) {
		return new TaskInstance<>(TASK, avatarId.toString());
	}

	@Bean
	Task<Void> draftPurgeTask(PhotoShelf shelf) {
		return Tasks.oneTime(TASK)
			.onFailure(new ExponentialBackoffFailureHandler<>(Duration.ofSeconds(5), 2.0))
			.execute((instance, context) -> purge(shelf, UUID.fromString(instance.getId())));
	}

	private static void purge(PhotoShelf shelf, UUID avatarId) {
		try {
			shelf.clear(avatarId);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
