package studio.avatar.sandbox.provider.queue;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import studio.avatar.sandbox.provider.SimulatedRequest.State;
import studio.avatar.sandbox.provider.http.Reply;
import studio.avatar.sandbox.provider.model.LogLine;
import studio.avatar.sandbox.provider.model.Outcome;

/** The queue's answers, in the provider's shapes. */
final class QueueAnswers {

	static final Reply NOT_FOUND = Reply.json(404, Map.of("status", "NOT_FOUND"));

	private final URI queue;

	QueueAnswers(URI queue) {
		this.queue = queue;
	}

	Reply accepted(Job job) {
		Map<String, Object> body = addresses(job);
		body.put("gateway_request_id", job.id());
		body.put("queue_position", position(job, Instant.now()));
		return Reply.json(200, body).with("x-fal-request-id", job.id());
	}

	Reply status(Job job, Instant now, List<LogLine> log, boolean withLog) {
		State state = job.stateAt(now);
		Map<String, Object> body = addresses(job);
		body.put("status", state.name());
		if (withLog && state != State.IN_QUEUE) {
			body.put("logs", log);
		}
		switch (state) {
			case IN_QUEUE -> body.put("queue_position", position(job, now));
			case IN_PROGRESS -> {
			}
			case COMPLETED -> body.putAll(end(job));
		}
		return Reply.json((state == State.COMPLETED) ? 200 : 202, body).with("x-fal-request-id", job.id());
	}

	private static Map<String, Object> end(Job job) {
		Map<String, Object> end = new LinkedHashMap<>();
		if (job.done() != null) {
			double seconds = Duration.between(job.startsAt(), job.done().at()).toMillis() / 1000.0;
			end.put("metrics", Map.of("inference_time", Math.max(0, seconds)));
			if (job.done().outcome().failed()) {
				end.put("error", job.done().outcome().error());
				end.put("error_type", job.done().outcome().errorType());
			}
		}
		return end;
	}

	Reply result(Job job) {
		if (job.done() == null) {
			return Reply.json(400, Map.of("detail", "Request is still in progress"));
		}
		Outcome outcome = job.done().outcome();
		Reply reply = Reply.json(outcome.status(), outcome.body()).with("x-fal-request-id", job.id());
		for (Map.Entry<String, String> header : outcome.headers().entrySet()) {
			reply = reply.with(header.getKey(), header.getValue());
		}
		return reply;
	}

	private Map<String, Object> addresses(Job job) {
		String request = this.queue + "/" + job.app() + "/requests/" + job.id();
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("request_id", job.id());
		body.put("response_url", request);
		body.put("status_url", request + "/status");
		body.put("cancel_url", request + "/cancel");
		return body;
	}

	/**
	 * One place per second that is still to wait: the strangers before us take a second
	 * each.
	 */
	private static long position(Job job, Instant now) {
		return Math.max(0, Duration.between(now, job.startsAt()).toSeconds());
	}

}
