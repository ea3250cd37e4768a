package studio.avatar.sandbox.provider.queue;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import studio.avatar.sandbox.provider.Effect.SpoilWebhook.How;
import studio.avatar.sandbox.provider.Effect;
import studio.avatar.sandbox.provider.SimulatedRequest;
import studio.avatar.sandbox.provider.SimulatedRequest.State;
import studio.avatar.sandbox.provider.model.LogLine;
import studio.avatar.sandbox.provider.model.Order;
import studio.avatar.sandbox.provider.model.Outcome;
import tools.jackson.databind.JsonNode;

/**
 * A request in the queue, as it is kept. All its times are fixed when it is submitted, so
 * a restart changes none.
 *
 * @param wishes what came with the call beside the model input
 * @param effect what is to go wrong with it
 * @param done how it ended; absent until then
 */
record Job(String id, String endpoint, JsonNode input, long seed, Instant submittedAt, Instant startsAt, Instant endsAt,
		Wishes wishes, @Nullable Effect effect, @Nullable Done done) {

	/**
	 * What a submit asks for beside the model's work.
	 *
	 * @param webhook where to tell the outcome; absent means nowhere
	 * @param lifecycle life of the files that come out
	 * @param startBefore give up when nobody has begun by then
	 */
	record Wishes(@Nullable String webhook, @Nullable String lifecycle, @Nullable Instant startBefore) {
	}

	/**
	 * The end of a request.
	 *
	 * @param told whether its webhook needs no more sending
	 */
	record Done(Outcome outcome, Instant at, List<LogLine> log, boolean told) {
	}

	Job completed(Outcome outcome, Instant at, List<LogLine> log) {
		return with(new Done(outcome, at, log, this.wishes.webhook() == null));
	}

	Job told() {
		return (this.done == null) ? this : with(new Done(this.done.outcome(), this.done.at(), this.done.log(), true));
	}

	private Job with(Done done) {
		return new Job(this.id, this.endpoint, this.input, this.seed, this.submittedAt, this.startsAt, this.endsAt,
				this.wishes, this.effect, done);
	}

	State stateAt(Instant now) {
		if (this.done != null) {
			return State.COMPLETED;
		}
		boolean waits = now.isBefore(this.startsAt)
				|| this.effect instanceof Effect.NeverFinish never && never.inQueue();
		return waits ? State.IN_QUEUE : State.IN_PROGRESS;
	}

	/** {@code owner/app}, the part of the endpoint that its addresses keep. */
	String app() {
		String[] parts = this.endpoint.split("/");
		return parts[0] + "/" + parts[1];
	}

	Order order() {
		return new Order(this.input, this.seed, this.wishes.lifecycle(), this.startsAt, this.endsAt,
				this.effect instanceof Effect.NsfwJob);
	}

	int webhookTimes() {
		return (this.effect instanceof Effect.WebhookTimes webhook) ? webhook.times() : 1;
	}

	@Nullable How webhookSpoiled() {
		return (this.effect instanceof Effect.SpoilWebhook spoiled) ? spoiled.how() : null;
	}

	SimulatedRequest seenAt(Instant now) {
		return new SimulatedRequest(this.id, this.endpoint, this.input, stateAt(now), this.submittedAt,
				(this.done != null) ? this.done.outcome().errorType() : null);
	}

}
