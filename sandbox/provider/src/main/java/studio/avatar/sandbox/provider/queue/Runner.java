package studio.avatar.sandbox.provider.queue;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.avatar.sandbox.provider.Effect;
import studio.avatar.sandbox.provider.model.Detail;
import studio.avatar.sandbox.provider.model.LogLine;
import studio.avatar.sandbox.provider.model.Model;
import studio.avatar.sandbox.provider.model.Outcome;
import studio.avatar.sandbox.provider.model.Refusal;

/**
 * Works on requests, each on a thread of its own, at the times fixed when they were
 * submitted.
 */
final class Runner implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(Runner.class);

	private final Jobs jobs;

	private final Function<String, Model> models;

	private final Consumer<Job> ended;

	private final Map<String, Thread> threads = new ConcurrentHashMap<>();

	private final Map<String, List<LogLine>> logs = new ConcurrentHashMap<>();

	private volatile boolean closed;

	Runner(Jobs jobs, Function<String, Model> models, Consumer<Job> ended) {
		this.jobs = jobs;
		this.models = models;
		this.ended = ended;
	}

	/** Begins, or goes on with, a request that has not ended. */
	void run(Job job) {
		this.logs.put(job.id(), new CopyOnWriteArrayList<>());
		Thread thread = Thread.ofVirtual().name("request-" + job.id()).unstarted(() -> untilItEnds(job));
		this.threads.put(job.id(), thread);
		thread.start();
	}

	/**
	 * Ends a request at its owner's wish, without a webhook; false when it had ended
	 * before.
	 */
	boolean cancel(Job job) {
		boolean cancelled = this.jobs
			.end(job.id(), (open) -> open.completed(Outcome.cancelled(), Instant.now(), logUntilNow(open)).told())
			.isPresent();
		Thread thread = this.threads.remove(job.id());
		if (cancelled && thread != null) {
			thread.interrupt();
		}
		return cancelled;
	}

	/** The lines of a request that are to be seen by now. */
	List<LogLine> logUntilNow(Job job) {
		if (job.done() != null) {
			return job.done().log();
		}
		Instant now = Instant.now();
		return this.logs.getOrDefault(job.id(), List.of())
			.stream()
			.filter((line) -> !line.timestamp().isAfter(now))
			.toList();
	}

	private void untilItEnds(Job job) {
		try {
			end(job, outcome(job));
		}
		catch (InterruptedException ex) {
			log.atDebug().addKeyValue("providerRequestId", job.id()).log("Work on a request was stopped");
		}
		finally {
			this.threads.remove(job.id());
			this.logs.remove(job.id());
		}
	}

	private Outcome outcome(Job job) throws InterruptedException {
		if (job.effect() instanceof Effect.NeverFinish never) {
			return waitInVain(job, never.inQueue());
		}
		if (job.wishes().startBefore() != null && job.startsAt().isAfter(job.wishes().startBefore())) {
			until(job.wishes().startBefore());
			return Outcome.notStartedInTime();
		}
		until(job.startsAt());
		Outcome outcome = work(job);
		if (!outcome.failed()) {
			until(job.endsAt());
		}
		return outcome;
	}

	private static Outcome waitInVain(Job job, boolean inQueue) throws InterruptedException {
		until((inQueue && job.wishes().startBefore() != null) ? job.wishes().startBefore() : Instant.MAX);
		return Outcome.notStartedInTime();
	}

	private Outcome work(Job job) throws InterruptedException {
		List<LogLine> lines = this.logs.getOrDefault(job.id(), List.of());
		try {
			Outcome outcome = this.models.apply(job.endpoint()).work(job.order(), lines::add);
			return (job.effect() instanceof Effect.FailJob failure) ? failAtTheEnd(job, failure) : outcome;
		}
		catch (Refusal ex) {
			return ex.outcome();
		}
		catch (IOException | RuntimeException ex) {
			return broken(job, ex);
		}
	}

	private static Outcome failAtTheEnd(Job job, Effect.FailJob failure) throws InterruptedException {
		until(job.endsAt());
		return Outcome.refusal(failure.status(),
				List.of(Detail.of(List.of("body"), failure.errorType(), failure.message())));
	}

	private Outcome broken(Job job, Exception ex) throws InterruptedException {
		if (this.closed || Thread.interrupted()) {
			throw new InterruptedException();
		}
		log.atWarn().setCause(ex).addKeyValue("providerRequestId", job.id()).log("A simulated model broke down");
		return Outcome.refusal(500, List.of(Detail.of(List.of("body"), "internal_server_error", "Internal error")));
	}

	private void end(Job job, Outcome outcome) {
		List<LogLine> lines = new ArrayList<>(logUntilNow(job));
		if (outcome.failed()) {
			lines.add(LogLine.error(Instant.now(), String.valueOf(outcome.error())));
		}
		this.jobs.end(job.id(), (open) -> open.completed(outcome, Instant.now(), lines)).ifPresent(this.ended);
	}

	private static void until(Instant time) throws InterruptedException {
		Instant now = Instant.now();
		if (time.equals(Instant.MAX)) {
			Thread.sleep(Long.MAX_VALUE);
		}
		if (now.isBefore(time)) {
			Thread.sleep(Duration.between(now, time));
		}
	}

	@Override
	public void close() {
		this.closed = true;
		this.threads.values().forEach(Thread::interrupt);
	}

}
