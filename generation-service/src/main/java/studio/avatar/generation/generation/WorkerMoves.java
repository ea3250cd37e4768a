package studio.avatar.generation.generation;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import studio.avatar.common.provider.Submission;
import studio.avatar.generation.generation.Generation.Completed;
import studio.avatar.generation.generation.Generation.Held;
import studio.avatar.generation.generation.Generation.Submitted;
import studio.avatar.generation.generation.Generation.Submitting;
import studio.avatar.generation.generation.Generation.Unconfirmed;
import studio.avatar.generation.generation.Generation.UnderWay;
import studio.avatar.generation.generation.Generation.Unknown;

/**
 * What the worker writes down between its calls to the provider, each in a short
 * transaction of its own. The cause of each outcome is the generation and the outcome, so
 * that writing it down twice says it once.
 */
@Component
class WorkerMoves {

	private static final Logger log = LoggerFactory.getLogger(WorkerMoves.class);

	private final Generations generations;

	private final Moves moves;

	private final GenerationSettings settings;

	private final TransactionTemplate transaction;

	WorkerMoves(Generations generations, Moves moves, GenerationSettings settings,
			PlatformTransactionManager transactions) {
		this.generations = generations;
		this.moves = moves;
		this.settings = settings;
		this.transaction = new TransactionTemplate(transactions);
	}

	Optional<Generation> find(UUID id) {
		return inTransaction(() -> this.generations.of(id));
	}

	/** Saved before the provider is called; false when it was cancelled meanwhile. */
	boolean submitting(UUID id) {
		return inTransaction(() -> this.moves.quietly(id, Held.class, (held, now) -> held.submitting())).isPresent();
	}

	/** The provider took it. */
	void accepted(UUID id, Submission submission) {
		Recording.of(() -> inTransaction(() -> this.moves.accepted(id, ProviderJob.of(submission))))
			.ifPresent(WorkerMoves::log);
	}

	void notTaken(UUID id) {
		Recording.of(() -> inTransaction(
				() -> this.moves.quietly(id, Submitting.class, (submitting, now) -> submitting.notTaken())));
	}

	void lost(UUID id) {
		if (move(id, Submitting.class, "unknown", (submitting, now) -> submitting.lost()).isPresent()) {
			log.atWarn().addKeyValue("jobId", id).log("Answer to a submit lost; not submitted again");
		}
	}

	/**
	 * The provider said how it is doing; the card follows when there is something new, or
	 * when it has grown old.
	 */
	void polled(Submitted before, Stage stage, @Nullable Integer position) {
		Submitted polled = before.polled(stage, position);
		boolean news = stage != before.stage() || !Objects.equals(position, before.queuePosition());
		inTransaction(() -> {
			Optional<Generation> moved = this.moves.quietly(before.id(), Submitted.class,
					(known, now) -> (news || isOld(known, now)) ? polled.shown(now) : polled);
			moved.map(Submitted.class::cast)
				.filter((submitted) -> submitted.shownAt().isAfter(before.shownAt()))
				.ifPresent((submitted) -> this.moves.say(submitted,
						before.order().step(before.id(), "poll/" + submitted.polls())));
			return moved;
		});
	}

	/** The provider does not know it: the person hears of it when it stays so. */
	void missed(UUID id) {
		inTransaction(() -> this.moves.quietly(id, Submitted.class, (submitted, now) -> submitted.missed()));
	}

	private boolean isOld(Submitted known, Instant now) {
		return Duration.between(known.shownAt(), now).compareTo(this.settings.progressEvery()) >= 0;
	}

	/**
	 * The pictures are in our store, or none of them is usable.
	 * @return whether they are wanted; not when it has ended meanwhile without them
	 */
	boolean delivered(UUID id, Delivery delivery) {
		if (delivery.images().isEmpty()) {
			failed(id, delivery.shortfall().orElse(FailureReason.NO_PICTURES));
			return true;
		}
		move(id, Submitted.class, "completed", (submitted, now) -> submitted.completed(delivery.images(),
				delivery.seed(), delivery.shortfall().orElse(null), now));
		return find(id).filter(Completed.class::isInstance).isPresent();
	}

	void failed(UUID id, FailureReason reason) {
		move(id, UnderWay.class, "failed", (underWay, now) -> switch (underWay) {
			case Held held -> held.failed(reason, now);
			case Submitting submitting -> submitting.failed(reason, now);
			case Submitted submitted -> submitted.failed(reason, now);
			case Unknown unknown -> unknown.failed(reason, now);
			default -> throw new IllegalStateException("%s does not fail for %s".formatted(underWay, reason));
		});
	}

	/**
	 * The provider was not to be asked, or said no. One that it has called about
	 * meanwhile was taken before, and goes on.
	 */
	void refused(UUID id, FailureReason reason) {
		move(id, Unconfirmed.class, "failed", (unconfirmed, now) -> unconfirmed.failed(reason, now));
	}

	void expire(UUID id) {
		move(id, UnderWay.class, "expired", UnderWay::expired);
	}

	private <S extends Generation> Optional<Generation> move(UUID id, Class<S> from, String step,
			BiFunction<S, Instant, ? extends Generation> move) {
		Optional<Generation> moved = Recording.of(() -> inTransaction(
				() -> this.moves.announced(id, from, (generation) -> generation.order().step(id, step), move)));
		moved.ifPresent(WorkerMoves::log);
		return moved;
	}

	private static void log(Generation moved) {
		log.atInfo()
			.addKeyValue("jobId", moved.id())
			.addKeyValue("chatId", moved.order().chatId())
			.addKeyValue("state", moved.getClass().getSimpleName())
			.log("Generation moved");
	}

	private <T> T inTransaction(Supplier<T> work) {
		return Objects.requireNonNull(this.transaction.execute((status) -> work.get()));
	}

}
