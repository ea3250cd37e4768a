package studio.avatar.generation.generation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

import studio.avatar.generation.generation.Generation.Cancelled;
import studio.avatar.generation.generation.Generation.Completed;
import studio.avatar.generation.generation.Generation.Expired;
import studio.avatar.generation.generation.Generation.Failed;
import studio.avatar.generation.generation.Generation.Held;
import studio.avatar.generation.generation.Generation.Requested;
import studio.avatar.generation.generation.Generation.Submitted;
import studio.avatar.generation.generation.Generation.Submitting;
import studio.avatar.generation.generation.Generation.Unknown;

/** A generation, flat: the one place where states become columns and columns states. */
@Entity
@Table(name = "generations")
class GenerationRow {

	@Id
	private UUID id;

	@Version
	private long version;

	@Enumerated(EnumType.STRING)
	private Status status;

	@Embedded
	private Order ordered;

	@Embedded
	private @Nullable ProviderJob job;

	@Enumerated(EnumType.STRING)
	private @Nullable Stage stage;

	private @Nullable Integer queuePosition;

	private int polls;

	private int misses;

	private @Nullable Instant shownAt;

	@Enumerated(EnumType.STRING)
	private @Nullable FailureReason reason;

	private @Nullable String seed;

	private @Nullable Instant endedAt;

	@ElementCollection
	@CollectionTable(name = "generation_images", joinColumns = @JoinColumn(name = "generation_id"))
	@OrderColumn(name = "n")
	private List<ImageRow> images = new ArrayList<>();

	enum Status {

		REQUESTED, HELD, SUBMITTING, SUBMITTED, UNKNOWN, COMPLETED, FAILED, CANCELLED, EXPIRED

	}

	protected GenerationRow() {
	}

	GenerationRow(Requested requested) {
		this.id = requested.id();
		this.ordered = requested.order();
		this.status = Status.REQUESTED;
	}

	void take(Generation state) {
		switch (state) {
			case Requested _ -> this.status = Status.REQUESTED;
			case Held _ -> this.status = Status.HELD;
			case Submitting _ -> this.status = Status.SUBMITTING;
			case Unknown _ -> this.status = Status.UNKNOWN;
			case Submitted submitted -> take(submitted);
			case Completed completed -> take(completed);
			case Failed failed -> end(Status.FAILED, failed.endedAt(), failed.reason());
			case Cancelled cancelled -> {
				this.job = cancelled.stray();
				end(Status.CANCELLED, cancelled.endedAt(), null);
			}
			case Expired expired -> {
				this.job = expired.stray();
				end(Status.EXPIRED, expired.endedAt(), null);
			}
		}
	}

	private void take(Submitted submitted) {
		this.status = Status.SUBMITTED;
		this.job = submitted.request();
		this.stage = submitted.stage();
		this.queuePosition = submitted.queuePosition();
		this.polls = submitted.polls();
		this.misses = submitted.misses();
		this.shownAt = submitted.shownAt();
	}

	private void take(Completed completed) {
		this.seed = completed.seed();
		this.images = new ArrayList<>(completed.images().stream().map(ImageRow::of).toList());
		end(Status.COMPLETED, completed.endedAt(), completed.shortfall());
	}

	private void end(Status ended, Instant at, @Nullable FailureReason why) {
		this.status = ended;
		this.endedAt = at;
		this.reason = why;
	}

	Generation state() {
		return switch (this.status) {
			case REQUESTED -> new Requested(this.id, this.ordered);
			case HELD -> new Held(this.id, this.ordered);
			case SUBMITTING -> new Submitting(this.id, this.ordered);
			case SUBMITTED -> new Submitted(this.id, this.ordered, there(this.job), there(this.stage),
					this.queuePosition, this.polls, this.misses, there(this.shownAt));
			case UNKNOWN -> new Unknown(this.id, this.ordered);
			case COMPLETED -> completed(there(this.seed));
			case FAILED -> new Failed(this.id, this.ordered, there(this.reason), there(this.endedAt));
			case CANCELLED -> new Cancelled(this.id, this.ordered, this.job, there(this.endedAt));
			case EXPIRED -> new Expired(this.id, this.ordered, this.job, there(this.endedAt));
		};
	}

	private Completed completed(String reported) {
		return new Completed(this.id, this.ordered, this.images.stream().map((row) -> row.image(reported)).toList(),
				reported, this.reason, there(this.endedAt));
	}

	/** The table's checks promise it for this status. */
	private static <T> T there(@Nullable T column) {
		return Objects.requireNonNull(column);
	}

}
