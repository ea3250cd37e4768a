package studio.avatar.sandbox.provider.queue;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import studio.avatar.sandbox.provider.Effect;
import studio.avatar.sandbox.provider.Pace;
import studio.avatar.sandbox.provider.SimulatedRequest;
import studio.avatar.sandbox.provider.model.LogLine;
import studio.avatar.sandbox.provider.model.Model;
import studio.avatar.sandbox.provider.queue.Job.Wishes;
import studio.avatar.sandbox.provider.webhook.Webhook;
import studio.avatar.sandbox.provider.webhook.WebhookSender;
import tools.jackson.databind.JsonNode;

/**
 * The requests and who works on them. What was in flight when the simulator was killed
 * goes on when it starts again.
 */
public final class Queue implements AutoCloseable {

	private final Map<String, Model> models;

	private final Pace pace;

	private final Jobs jobs;

	private final Runner runner;

	private final WebhookSender webhooks;

	private final SecureRandom random = new SecureRandom();

	public Queue(List<Model> models, Pace pace, Path folder, WebhookSender webhooks) {
		this.models = models.stream().collect(Collectors.toMap(Model::endpoint, Function.identity()));
		this.pace = pace;
		this.jobs = new Jobs(folder);
		this.webhooks = webhooks;
		this.runner = new Runner(this.jobs, (endpoint) -> model(endpoint).orElseThrow(), this::tell);
	}

	/** Goes on with what was in flight, and tells what ended without being told. */
	public void resume() {
		for (Job job : this.jobs.all()) {
			if (job.done() == null) {
				this.runner.run(job);
			}
			else if (!job.done().told()) {
				tell(job);
			}
		}
	}

	public List<SimulatedRequest> requests() {
		Instant now = Instant.now();
		return this.jobs.all().stream().map((job) -> job.seenAt(now)).toList();
	}

	Optional<Model> model(String endpoint) {
		return Optional.ofNullable(this.models.get(endpoint));
	}

	Job submit(Model model, JsonNode input, Wishes wishes, @Nullable Effect effect) {
		Instant now = Instant.now();
		Instant starts = now.plus(this.pace.queued());
		Job job = new Job(UUID.randomUUID().toString(), model.endpoint(), input, bigSeed(), now, starts,
				starts.plus(model.time(this.pace)), wishes, effect, null);
		this.jobs.add(job);
		this.runner.run(job);
		return job;
	}

	Optional<Job> find(String id) {
		return this.jobs.find(id);
	}

	boolean cancel(Job job) {
		return this.runner.cancel(job);
	}

	List<LogLine> logUntilNow(Job job) {
		return this.runner.logUntilNow(job);
	}

	private void tell(Job job) {
		if (job.wishes().webhook() != null && job.done() != null) {
			Webhook webhook = new Webhook(job.wishes().webhook(), job.id(), job.done().outcome(), job.webhookSpoiled());
			this.webhooks.send(webhook, job.webhookTimes(), () -> this.jobs.told(job.id()));
		}
	}

	/**
	 * A seed the provider chooses is beyond every signed 64-bit number, as some of the
	 * real ones are.
	 */
	private long bigSeed() {
		return this.random.nextLong() | Long.MIN_VALUE;
	}

	@Override
	public void close() {
		this.runner.close();
	}

}
