package studio.avatar.generation.generation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import studio.avatar.common.contract.GenerationEvent.GeneratedImage;

/**
 * Paid work at the provider, from the order to the pictures:
 *
 * <pre>
 * Requested → Held → Submitting → Submitted → Completed
 *     any that has not ended → Failed | Cancelled | Expired
 *     Submitting → Held when the provider surely did not take it
 *     Submitting → Unknown when nobody can say: never submitted again, it expires
 *     Unknown → Submitted when the provider's answer comes after all
 * </pre>
 *
 * Each state has the moves that are legal from it and no others. The states stand
 * together in one long file because they are read together.
 */
sealed interface Generation {

	/** Also the id of the hold. */
	UUID id();

	Order order();

	/** It has not ended. */
	sealed interface UnderWay extends Generation permits Requested, Held, Submitting, Submitted, Unknown {

		/** The person does not want it any more. */
		default Cancelled cancelled(Instant now) {
			return new Cancelled(id(), order(), job().orElse(null), now);
		}

		/** Its deadline has passed. */
		default Expired expired(Instant now) {
			return new Expired(id(), order(), job().orElse(null), now);
		}

		/** The request at the provider, once it is known. */
		default Optional<ProviderJob> job() {
			return Optional.empty();
		}

	}

	/** The provider's answer to the submit may still come. */
	sealed interface Asked extends Generation permits Held, Submitting, Unknown, Cancelled, Expired {

		/** The provider has taken it. */
		Generation accepted(ProviderJob job, Instant now);

	}

	/** The provider has not said that it has it. */
	sealed interface Unconfirmed extends Generation permits Held, Submitting, Unknown {

		Failed failed(FailureReason reason, Instant now);

	}

	/** It has ended; nothing moves it any more. */
	sealed interface Ended extends Generation permits Completed, Failed, Cancelled, Expired {

		Instant endedAt();

	}

	/** Its credits are asked for. */
	record Requested(UUID id, Order order) implements UnderWay {

		Held held() {
			return new Held(this.id, this.order);
		}

		Failed declined(Instant now) {
			return new Failed(this.id, this.order, FailureReason.NOT_ENOUGH_CREDITS, now);
		}

	}

	/** Its credits are held; the provider was not asked yet, or said that it is full. */
	record Held(UUID id, Order order) implements UnderWay, Asked, Unconfirmed {

		/** The provider had said that it did not take it, and calls about it. */
		@Override
		public Submitted accepted(ProviderJob job, Instant now) {
			return new Submitted(this.id, this.order, job, Stage.QUEUED, null, 0, 0, now);
		}

		/** Saved before the provider is called. */
		Submitting submitting() {
			return new Submitting(this.id, this.order);
		}

		@Override
		public Failed failed(FailureReason reason, Instant now) {
			return new Failed(this.id, this.order, reason, now);
		}

	}

	/** The provider is being asked right now. */
	record Submitting(UUID id, Order order) implements UnderWay, Asked, Unconfirmed {

		@Override
		public Submitted accepted(ProviderJob job, Instant now) {
			return new Submitted(this.id, this.order, job, Stage.QUEUED, null, 0, 0, now);
		}

		/** The provider surely did not take it: it may be asked again. */
		Held notTaken() {
			return new Held(this.id, this.order);
		}

		/** Nobody can say whether the provider took it. */
		Unknown lost() {
			return new Unknown(this.id, this.order);
		}

		@Override
		public Failed failed(FailureReason reason, Instant now) {
			return new Failed(this.id, this.order, reason, now);
		}

	}

	/**
	 * The provider works on it.
	 *
	 * @param queuePosition requests before it; absent when the provider does not say
	 * @param polls how often the provider was asked how it is doing
	 * @param misses how often in a row it did not know the request
	 * @param shownAt when the progress card was last brought up to date
	 */
	record Submitted(UUID id, Order order, ProviderJob request, Stage stage, @Nullable Integer queuePosition, int polls,
			int misses, Instant shownAt) implements UnderWay {

		@Override
		public Optional<ProviderJob> job() {
			return Optional.of(this.request);
		}

		/** The provider said how it is doing. */
		Submitted polled(Stage stage, @Nullable Integer queuePosition) {
			return new Submitted(this.id, this.order, this.request, stage, queuePosition, this.polls + 1, 0,
					this.shownAt);
		}

		/** The provider did not know it. */
		Submitted missed() {
			return new Submitted(this.id, this.order, this.request, this.stage, this.queuePosition, this.polls + 1,
					this.misses + 1, this.shownAt);
		}

		Submitted shown(Instant now) {
			return new Submitted(this.id, this.order, this.request, this.stage, this.queuePosition, this.polls,
					this.misses, now);
		}

		Completed completed(List<GeneratedImage> images, String seed, @Nullable FailureReason shortfall, Instant now) {
			return new Completed(this.id, this.order, images, seed, shortfall, now);
		}

		Failed failed(FailureReason reason, Instant now) {
			return new Failed(this.id, this.order, reason, now);
		}

	}

	/**
	 * The answer to the submit was lost, or is very late. It may be running and be paid
	 * for, so it is not submitted again.
	 */
	record Unknown(UUID id, Order order) implements UnderWay, Asked, Unconfirmed {

		/** The answer was only late. */
		@Override
		public Submitted accepted(ProviderJob job, Instant now) {
			return new Submitted(this.id, this.order, job, Stage.QUEUED, null, 0, 0, now);
		}

		/** The answer was only late, and a clear no. */
		@Override
		public Failed failed(FailureReason reason, Instant now) {
			return new Failed(this.id, this.order, reason, now);
		}

	}

	/**
	 * Its pictures are in our store.
	 *
	 * @param images at least one, and at most as many as were ordered
	 * @param seed noise seed of the set, as the provider reported it
	 * @param shortfall why fewer came than were ordered; absent when all did
	 */
	record Completed(UUID id, Order order, List<GeneratedImage> images, String seed, @Nullable FailureReason shortfall,
			Instant endedAt) implements Ended {

		public Completed {
			if (images.isEmpty() || images.size() > order.pictures()) {
				throw new IllegalArgumentException("%d pictures came of %d".formatted(images.size(), order.pictures()));
			}
			images = List.copyOf(images);
		}

		/** Credits for the pictures that came. */
		int charge() {
			return this.images.size() * this.order.creditsPerPicture();
		}

		int missing() {
			return this.order.pictures() - this.images.size();
		}

	}

	/** It ended without pictures. */
	record Failed(UUID id, Order order, FailureReason reason, Instant endedAt) implements Ended {
	}

	/**
	 * The person stopped it.
	 *
	 * @param stray the request to stop at the provider; absent when there is none, or it
	 * is not known yet
	 */
	record Cancelled(UUID id, Order order, @Nullable ProviderJob stray, Instant endedAt) implements Ended, Asked {

		/** It is stopped at the provider. */
		@Override
		public Cancelled accepted(ProviderJob late, Instant now) {
			return new Cancelled(this.id, this.order, late, this.endedAt);
		}

	}

	/**
	 * It took too long.
	 *
	 * @param stray the request to stop at the provider; absent when there is none, or it
	 * is not known
	 */
	record Expired(UUID id, Order order, @Nullable ProviderJob stray, Instant endedAt) implements Ended, Asked {

		/** It is stopped at the provider. */
		@Override
		public Expired accepted(ProviderJob late, Instant now) {
			return new Expired(this.id, this.order, late, this.endedAt);
		}

	}

}
