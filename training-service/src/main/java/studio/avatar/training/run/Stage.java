package studio.avatar.training.run;

import java.util.OptionalInt;

import org.jspecify.annotations.Nullable;

import studio.avatar.common.provider.JobStatus;

/** What a person can know of a run under way. Nothing in it is guessed. */
sealed interface Stage {

	/** Photos are packed and sent. */
	record Preparing() implements Stage {
	}

	/**
	 * It waits at the provider.
	 *
	 * @param position runs before it; empty when the provider does not say
	 */
	record Queued(OptionalInt position) implements Stage {
	}

	/**
	 * The provider trains.
	 *
	 * @param step the last one its log tells; empty when it tells none
	 */
	record Running(OptionalInt step) implements Stage {
	}

	/** Trained; the model is being copied and checked. */
	record Copying() implements Stage {
	}

	/** Nobody answers right now. */
	record NoAnswer() implements Stage {
	}

	/** From what the provider says. */
	static Stage of(JobStatus status, int steps) {
		return switch (status) {
			case JobStatus.InQueue queue ->
				new Queued((queue.position() != null) ? OptionalInt.of(queue.position()) : OptionalInt.empty());
			case JobStatus.InProgress progress -> new Running(StepLog.step(progress.logLines(), steps));
			case JobStatus.Completed _ -> new Copying();
			case JobStatus.Unknown _ -> new NoAnswer();
		};
	}

	/** As it is kept in one column. */
	default String code() {
		return switch (this) {
			case Preparing _ -> "preparing";
			case Queued queued -> "queued" + (queued.position().isPresent() ? ":" + queued.position().getAsInt() : "");
			case Running running -> "running" + (running.step().isPresent() ? ":" + running.step().getAsInt() : "");
			case Copying _ -> "copying";
			case NoAnswer _ -> "no-answer";
		};
	}

	/** From the column; a run of which nothing was told yet is being prepared. */
	static Stage ofCode(@Nullable String code) {
		String[] parts = ((code != null) ? code : "preparing").split(":");
		OptionalInt number = (parts.length > 1) ? OptionalInt.of(Integer.parseInt(parts[1])) : OptionalInt.empty();
		return switch (parts[0]) {
			case "preparing" -> new Preparing();
			case "queued" -> new Queued(number);
			case "running" -> new Running(number);
			case "copying" -> new Copying();
			case "no-answer" -> new NoAnswer();
			default -> throw new IllegalArgumentException("no stage is kept as " + code);
		};
	}

}
