package studio.avatar.training.run;

import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

import studio.avatar.common.contract.MediaRef;
import studio.avatar.common.provider.Submission;

/**
 * A run as one flat row, and the one place where {@link TrainingRun} is read from it and
 * written to it. Long because every column is named twice.
 */
@Entity
@Table(name = "training_run")
class RunRow {

	/** Names of the states. */
	enum Status {

		REQUESTED, DECLINED, HELD, SUBMITTING, SUBMITTED, UNKNOWN, COMPLETED, FAILED, CANCELLED, EXPIRED

	}

	@Id
	private UUID id;

	private UUID avatarId;

	private long chatId;

	private long userId;

	private String locale;

	private String timeZone;

	private int price;

	private String profile;

	private int steps;

	@Column(name = "trigger_phrase")
	private String trigger;

	private String correlationId;

	private String traceparent;

	private Instant requestedAt;

	@Enumerated(EnumType.STRING)
	private Status status;

	private @Nullable Instant heldAt;

	private @Nullable Instant deadline;

	private @Nullable String providerRequestId;

	private @Nullable String statusUrl;

	private @Nullable String responseUrl;

	private @Nullable String cancelUrl;

	private @Nullable Instant endedAt;

	private @Nullable MediaRef model;

	@Enumerated(EnumType.STRING)
	private @Nullable Reason reason;

	private @Nullable String detail;

	/** What was last known of a run under way, as {@link Stage#code()}. */
	private @Nullable String stage;

	/** Minutes since the hold that the person was last told. */
	private int toldMinutes;

	/** Questions asked so far; numbers the progress updates. */
	private int polls;

	/** Answers in a row that led nowhere: run not known, file damaged. */
	private int misses;

	@Version
	private @Nullable Long version;

	@SuppressWarnings("NullAway.Init")
	protected RunRow() {
	}

	RunRow(TrainingRun.Requested run) {
		RunOrder order = run.order();
		this.id = order.id();
		this.avatarId = order.avatarId();
		this.chatId = order.chatId();
		this.userId = order.userId();
		this.locale = order.locale();
		this.timeZone = order.timeZone();
		this.price = order.price();
		this.profile = order.profile();
		this.steps = order.steps();
		this.trigger = order.trigger();
		this.correlationId = order.correlationId();
		this.traceparent = order.traceparent();
		this.requestedAt = order.requestedAt();
		this.status = Status.REQUESTED;
	}

	/** Writes the state that the run has moved to. */
	void become(TrainingRun run) {
		switch (run) {
			case TrainingRun.Requested _ -> this.status = Status.REQUESTED;
			case TrainingRun.Held held -> hold(Status.HELD, held.hold());
			case TrainingRun.Submitting submitting -> hold(Status.SUBMITTING, submitting.hold());
			case TrainingRun.Unknown unknown -> hold(Status.UNKNOWN, unknown.hold());
			case TrainingRun.Submitted submitted -> submit(submitted);
			case TrainingRun.Declined declined -> end(Status.DECLINED, declined);
			case TrainingRun.Completed completed -> {
				end(Status.COMPLETED, completed);
				this.model = completed.model();
			}
			case TrainingRun.Failed failed -> {
				end(Status.FAILED, failed);
				this.reason = failed.reason();
				this.detail = failed.detail();
			}
			case TrainingRun.Cancelled cancelled -> end(Status.CANCELLED, cancelled);
			case TrainingRun.Expired expired -> end(Status.EXPIRED, expired);
		}
	}

	private void hold(Status status, Hold hold) {
		this.status = status;
		this.heldAt = hold.since();
		this.deadline = hold.deadline();
	}

	private void submit(TrainingRun.Submitted run) {
		hold(Status.SUBMITTED, run.hold());
		remember(run.submission());
	}

	private void end(Status status, TrainingRun.Ended run) {
		this.status = status;
		this.endedAt = run.endedAt();
	}

	/**
	 * Keeps where the provider has the run, also when it came too late to matter to the
	 * person.
	 */
	void remember(Submission submission) {
		this.providerRequestId = submission.requestId();
		this.statusUrl = submission.statusUrl().toString();
		this.responseUrl = submission.responseUrl().toString();
		this.cancelUrl = submission.cancelUrl().toString();
	}

	TrainingRun toRun() {
		return switch (this.status) {
			case REQUESTED -> new TrainingRun.Requested(order());
			case DECLINED -> new TrainingRun.Declined(order(), known(this.endedAt));
			case HELD -> new TrainingRun.Held(order(), hold());
			case SUBMITTING -> new TrainingRun.Submitting(order(), hold());
			case SUBMITTED -> new TrainingRun.Submitted(order(), hold(), known(submission()));
			case UNKNOWN -> new TrainingRun.Unknown(order(), hold());
			case COMPLETED ->
				new TrainingRun.Completed(order(), hold(), known(submission()), known(this.model), known(this.endedAt));
			case FAILED -> new TrainingRun.Failed(order(), hold(), submission(), known(this.reason), known(this.detail),
					known(this.endedAt));
			case CANCELLED -> new TrainingRun.Cancelled(order(), (this.heldAt != null) ? hold() : null, submission(),
					known(this.endedAt));
			case EXPIRED -> new TrainingRun.Expired(order(), hold(), submission(), known(this.endedAt));
		};
	}

	private RunOrder order() {
		return new RunOrder(this.id, this.avatarId, this.chatId, this.userId, this.locale, this.timeZone, this.price,
				this.profile, this.steps, this.trigger, this.correlationId, this.traceparent, this.requestedAt);
	}

	private Hold hold() {
		return new Hold(known(this.heldAt), known(this.deadline));
	}

	@Nullable Submission submission() {
		return (this.providerRequestId == null) ? null
				: new Submission(this.providerRequestId, URI.create(known(this.statusUrl)),
						URI.create(known(this.responseUrl)), URI.create(known(this.cancelUrl)));
	}

	private <T> T known(@Nullable T value) {
		return Objects.requireNonNull(value, () -> "run %s is %s and lacks a value".formatted(this.id, this.status));
	}

	/** Counts a question to the provider. */
	int countPoll() {
		return ++this.polls;
	}

	/** Counts an answer that led nowhere; one that did not begins the count anew. */
	int countMiss(boolean missed) {
		this.misses = missed ? this.misses + 1 : 0;
		return this.misses;
	}

	/** Keeps what the person is told; false when just that was told before. */
	boolean tell(Stage stage, int minutes) {
		boolean news = !stage.code().equals(this.stage) || this.toldMinutes != minutes;
		this.stage = stage.code();
		this.toldMinutes = minutes;
		return news;
	}

	Stage stage() {
		return Stage.ofCode(this.stage);
	}

	int polls() {
		return this.polls;
	}

}
