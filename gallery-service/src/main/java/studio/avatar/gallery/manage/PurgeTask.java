package studio.avatar.gallery.manage;

import java.time.Duration;
import java.util.UUID;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Makes a {@link Purge} wait: one task for each deleted image, named by its id, and a
 * sweep for what none of them reached.
 */
@Configuration(proxyBeanMethods = false)
class PurgeTask {

	static final String KIND = "purge-image";

	/** A store that is away is asked again until it is back. */
	private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMinutes(1);

	private static final Duration BETWEEN_SWEEPS = Duration.ofHours(1);

	@Bean
	CustomTask<Void> purgeImage(Purge purge) {
		return Tasks.custom(KIND, Void.class)
			.onFailureReschedule(FixedDelay.of(PAUSE_AFTER_FAILURE))
			.execute((instance, context) -> afterwards(purge.run(UUID.fromString(instance.getId()))));
	}

	@Bean
	RecurringTask<Void> sweepImages(Purge purge) {
		return Tasks.recurring("sweep-images", FixedDelay.of(BETWEEN_SWEEPS))
			.execute((instance, context) -> purge.sweep());
	}

	private static CompletionHandler<Void> afterwards(PurgeDecision decision) {
		return switch (decision) {
			case PurgeDecision.WaitUntil wait -> (complete, operations) -> operations.reschedule(complete, wait.when());
			case PurgeDecision.Keep keep -> new CompletionHandler.OnCompleteRemove<>();
			case PurgeDecision.Purge purged -> new CompletionHandler.OnCompleteRemove<>();
		};
	}

}
