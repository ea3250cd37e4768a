package studio.avatar.common.scheduling;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import javax.sql.DataSource;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/**
 * One db-scheduler for a service that has {@link Task} beans and sets
 * {@code studio.scheduling.enabled}. Executions that a dead instance had begun are begun
 * again by another after four missed heartbeats.
 */
@AutoConfiguration(afterName = "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration")
@ConditionalOnProperty("studio.scheduling.enabled")
class SchedulingAutoConfiguration {

	@Bean
	PersistentSchedule persistentSchedule(DataSource database, ObjectProvider<Scheduler> scheduler, Clock clock) {
		return new PersistentSchedule(
				SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(database)).build(), scheduler,
				clock);
	}

	@Bean
	Scheduler scheduler(DataSource database, List<Task<?>> tasks, Clock clock,
			@Value("${studio.scheduling.threads:8}") int threads,
			@Value("${studio.scheduling.poll:500ms}") Duration poll,
			@Value("${studio.scheduling.heartbeat:2s}") Duration heartbeat) {
		List<Task<?>> known = Stream
			.concat(tasks.stream().filter((task) -> !(task instanceof RecurringTask)),
					new WakeAgain(clock).implementations())
			.toList();
		List<RecurringTask<?>> recurring = tasks.stream()
			.filter(RecurringTask.class::isInstance)
			.<RecurringTask<?>>map(RecurringTask.class::cast)
			.toList();
		return Scheduler.create(new TransactionAwareDataSourceProxy(database), known)
			.startTasks(recurring)
			.threads(threads)
			.pollingInterval(poll)
			.heartbeatInterval(heartbeat)
			.missedHeartbeatsLimit(4)
			.shutdownMaxWait(Duration.ofSeconds(8))
			.enableImmediateExecution()
			.build();
	}

	@Bean
	SmartLifecycle schedulerLifecycle(Scheduler scheduler) {
		return new SchedulerLifecycle(scheduler);
	}

}
