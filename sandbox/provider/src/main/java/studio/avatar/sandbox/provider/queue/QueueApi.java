package studio.avatar.sandbox.provider.queue;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import studio.avatar.sandbox.provider.Effect;
import studio.avatar.sandbox.provider.FalJournal;
import studio.avatar.sandbox.provider.Fault.Call;
import studio.avatar.sandbox.provider.fault.FaultGate;
import studio.avatar.sandbox.provider.http.Incoming;
import studio.avatar.sandbox.provider.http.KeyCheck;
import studio.avatar.sandbox.provider.http.Reply;
import studio.avatar.sandbox.provider.model.Model;
import studio.avatar.sandbox.provider.queue.Job.Wishes;
import tools.jackson.databind.JsonNode;

/** {@code queue.fal.run}: the calls of the queue. */
public final class QueueApi {

	private final Queue queue;

	private final QueueAnswers answers;

	private final KeyCheck key;

	private final FaultGate gate;

	private final FalJournal journal;

	public QueueApi(Queue queue, URI url, KeyCheck key, FaultGate gate, FalJournal journal) {
		this.queue = queue;
		this.answers = new QueueAnswers(url);
		this.key = key;
		this.gate = gate;
		this.journal = journal;
	}

	public Reply answer(Incoming call) throws IOException, InterruptedException {
		Optional<QueuePath> path = QueuePath.of(call.path().substring("/queue".length()));
		if (path.isEmpty()) {
			return QueueAnswers.NOT_FOUND;
		}
		return path.get().requestId().isPresent() ? ofARequest(call, path.get()) : submit(call, path.get().endpoint());
	}

	private Reply submit(Incoming call, String endpoint) throws IOException, InterruptedException {
		Optional<Reply> refusal = this.key.refusal(call);
		if (refusal.isPresent()) {
			return refusal.get();
		}
		Optional<Model> model = this.queue.model(endpoint);
		if (model.isEmpty()) {
			return Reply.json(404, Map.of("detail", "Application '" + endpoint + "' not found"));
		}
		return call.verb().equals("POST")
				? this.gate.passSubmit(endpoint, (effect) -> accept(call, model.get(), effect))
				: Reply.json(405, Map.of("detail", "Method Not Allowed"));
	}

	private Reply accept(Incoming call, Model model, @Nullable Effect effect) {
		Optional<JsonNode> input = call.json().filter(JsonNode::isObject);
		if (input.isEmpty()) {
			return Reply.json(422, Map.of("detail", "The body is not a JSON object"));
		}
		Job job = this.queue.submit(model, input.get(), wishes(call), effect);
		this.journal.accepted(model.endpoint(), model.ignored(input.get()));
		return this.answers.accepted(job);
	}

	private static Wishes wishes(Incoming call) {
		return new Wishes(call.query("fal_webhook").orElse(null),
				call.header("X-Fal-Object-Lifecycle-Preference").orElse(null),
				call.header("X-Fal-Request-Timeout")
					.filter(QueueApi::isNumber)
					.map(QueueApi::afterSeconds)
					.orElse(null));
	}

	private static boolean isNumber(String text) {
		return text.matches("\\d{1,9}(\\.\\d{1,3})?");
	}

	private static Instant afterSeconds(String seconds) {
		return Instant.now().plusMillis((long) (Double.parseDouble(seconds) * 1000));
	}

	private Reply ofARequest(Incoming call, QueuePath path) throws IOException, InterruptedException {
		Optional<Job> job = path.requestId().flatMap(this.queue::find).filter(path::fits);
		if (job.isEmpty()) {
			return QueueAnswers.NOT_FOUND;
		}
		Optional<Reply> refusal = this.key.refusal(call);
		return refusal.isPresent() ? refusal.get() : about(job.get(), call, path.part());
	}

	private Reply about(Job job, Incoming call, String part) throws IOException, InterruptedException {
		String endpoint = job.endpoint();
		return switch (call.verb() + " " + part) {
			case "GET status" -> this.gate.pass(Call.STATUS, endpoint, () -> status(job, call));
			case "GET ", "GET response" -> this.gate.pass(Call.RESULT, endpoint, () -> this.answers.result(job));
			case "PUT cancel" -> this.gate.pass(Call.CANCEL, endpoint, () -> cancel(job));
			default -> QueueAnswers.NOT_FOUND;
		};
	}

	private Reply status(Job job, Incoming call) {
		boolean withLog = call.query("logs").filter((logs) -> logs.equals("1") || logs.equals("true")).isPresent();
		return this.answers.status(job, Instant.now(), this.queue.logUntilNow(job), withLog);
	}

	private Reply cancel(Job job) {
		return this.queue.cancel(job) ? Reply.json(202, Map.of("status", "CANCELLATION_REQUESTED"))
				: Reply.json(400, Map.of("status", "ALREADY_COMPLETED"));
	}

}
