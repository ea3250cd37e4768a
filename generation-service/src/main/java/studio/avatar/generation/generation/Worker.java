package studio.avatar.generation.generation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import studio.avatar.common.media.MissingMedia;
import studio.avatar.common.provider.FalQueue;
import studio.avatar.common.provider.ForeignAddress;
import studio.avatar.common.provider.JobStatus;
import studio.avatar.common.provider.OutcomeUnknown;
import studio.avatar.common.provider.ProviderRefused;
import studio.avatar.common.provider.ProviderUnavailable;
import studio.avatar.common.provider.Submission;
import studio.avatar.generation.avatar.Avatar;
import studio.avatar.generation.avatar.Avatars;
import studio.avatar.generation.generation.Generation.Held;
import studio.avatar.generation.generation.Generation.Submitted;
import studio.avatar.generation.generation.Generation.Submitting;
import studio.avatar.generation.generation.GenerationSettings.Profile;
import studio.avatar.generation.model.ModelFiles;

/**
 * Takes a paid generation one step further at the provider, outside of any transaction.
 * It may be stopped at any instant and begun again from what was last written down.
 *
 * <p>
 * Its steps stand together in one long file because they share what a failure at the
 * provider means for the person and for the money.
 */
@Component
class Worker {

	private static final Logger log = LoggerFactory.getLogger(Worker.class);

	private static final String CONTENT_REFUSED = "content_policy_violation";

	private final WorkerMoves moves;

	private final Avatars avatars;

	private final ModelFiles models;

	private final FalQueue provider;

	private final Pictures pictures;

	private final StrayRequests strays;

	private final GenerationSettings settings;

	private final Clock clock;

	Worker(WorkerMoves moves, Avatars avatars, ModelFiles models, FalQueue provider, Pictures pictures,
			StrayRequests strays, GenerationSettings settings, Clock clock) {
		this.moves = moves;
		this.avatars = avatars;
		this.models = models;
		this.provider = provider;
		this.pictures = pictures;
		this.strays = strays;
		this.settings = settings;
		this.clock = clock;
	}

	/** One step; tells when the next one is due, if there is one. */
	Optional<Instant> work(UUID id) {
		return this.moves.find(id).flatMap((generation) -> switch (generation) {
			case Held held -> begin(held);
			case Submitting submitting -> lost(submitting);
			case Submitted submitted -> ask(submitted);
			default -> Optional.empty();
		});
	}

	private Optional<Instant> begin(Held held) {
		Optional<Avatar> avatar = this.avatars.of(held.order().userId(), held.order().avatarId());
		Optional<Profile> profile = this.settings.profile(held.order().profile());
		if (avatar.isEmpty() || profile.isEmpty()) {
			return refused(held, avatar.isEmpty() ? FailureReason.AVATAR_GONE : FailureReason.MODEL_UNUSABLE);
		}
		try {
			URI model = this.models.addressOf(avatar.get());
			return submit(held, PictureRequest.of(held.order(), profile.get(), model));
		}
		catch (MissingMedia ex) {
			return refused(held, FailureReason.MODEL_UNUSABLE);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (ProviderRefused ex) {
			log(held, ex);
			return refused(held, FailureReason.PROVIDER_FAILED);
		}
		catch (ProviderUnavailable ex) {
			log(held, ex);
			return later();
		}
	}

	private Optional<Instant> submit(Held held, PictureRequest request) {
		if (!this.moves.submitting(held.id())) {
			return Optional.empty();
		}
		try {
			Submission accepted = this.provider.submit(held.order().endpoint(), request, held.id());
			this.moves.accepted(held.id(), accepted);
			this.strays.stopUnlessKnown(held.id(), accepted);
			return next(0);
		}
		catch (ProviderRefused ex) {
			log(held, ex);
			return refused(held, reason(ex));
		}
		catch (ProviderUnavailable ex) {
			log(held, ex);
			this.moves.notTaken(held.id());
			return later();
		}
		catch (OutcomeUnknown ex) {
			log(held, ex);
			this.moves.lost(held.id());
			return Optional.empty();
		}
	}

	/** Whoever was asking the provider is no more: its answer is lost. */
	private Optional<Instant> lost(Submitting submitting) {
		this.moves.lost(submitting.id());
		return Optional.empty();
	}

	private Optional<Instant> ask(Submitted submitted) {
		try {
			return switch (this.provider.status(submitted.request().status())) {
				case JobStatus.InQueue(Integer position) -> still(submitted, Stage.QUEUED, position);
				case JobStatus.InProgress _ -> still(submitted, Stage.DRAWING, null);
				case JobStatus.Completed completed -> collect(submitted, completed);
				case JobStatus.Unknown _ -> missed(submitted);
			};
		}
		catch (ForeignAddress ex) {
			log(submitted, ex);
			return failed(submitted, FailureReason.PROVIDER_FAILED);
		}
		catch (ProviderUnavailable | ProviderRefused ex) {
			log(submitted, ex);
			return still(submitted, submitted.stage(), submitted.queuePosition());
		}
	}

	/**
	 * Its deadline has passed, perhaps while nobody was here to ask: what is done by now
	 * is paid for and taken, and everything else is given up.
	 */
	void giveUp(UUID id) {
		this.moves.find(id).filter(Submitted.class::isInstance).map(Submitted.class::cast).ifPresent(this::askOnce);
		this.moves.expire(id);
	}

	private void askOnce(Submitted submitted) {
		try {
			if (this.provider.status(submitted.request().status()) instanceof JobStatus.Completed completed) {
				collect(submitted, completed);
			}
		}
		catch (ProviderUnavailable | ProviderRefused | ForeignAddress | UncheckedIOException ex) {
			log(submitted, ex);
		}
	}

	private Optional<Instant> still(Submitted submitted, Stage stage, @Nullable Integer position) {
		this.moves.polled(submitted, stage, position);
		return next(submitted.polls() + 1);
	}

	/** What the provider does not know some times in a row, it never will. */
	private Optional<Instant> missed(Submitted submitted) {
		if (submitted.misses() + 1 >= this.settings.forgottenAfter()) {
			return failed(submitted, FailureReason.PROVIDER_FAILED);
		}
		this.moves.missed(submitted.id());
		return next(submitted.polls() + 1);
	}

	private Optional<Instant> collect(Submitted submitted, JobStatus.Completed completed) {
		try {
			ProviderAnswer answer = ProviderAnswer.of(this.provider.result(submitted.request().response(), completed));
			if (!this.moves.delivered(submitted.id(), this.pictures.fetch(submitted.id(), submitted.order(), answer))) {
				this.pictures.forget(submitted.id());
			}
			return Optional.empty();
		}
		catch (ProviderRefused ex) {
			log(submitted, ex);
			return failed(submitted, reason(ex));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * A refusal for another reason than the content may be for the model's file: the next
	 * generation sends it again.
	 */
	private Optional<Instant> failed(Generation generation, FailureReason reason) {
		if (reason == FailureReason.PROVIDER_FAILED) {
			this.models.forget(generation.order().avatarId());
		}
		this.moves.failed(generation.id(), reason);
		return Optional.empty();
	}

	private Optional<Instant> refused(Held held, FailureReason reason) {
		if (reason == FailureReason.PROVIDER_FAILED) {
			this.models.forget(held.order().avatarId());
		}
		this.moves.refused(held.id(), reason);
		return this.moves.find(held.id()).filter(Submitted.class::isInstance).map((goesOn) -> this.clock.instant());
	}

	private static FailureReason reason(ProviderRefused refusal) {
		return refusal.type().equals(CONTENT_REFUSED) ? FailureReason.CONTENT_REFUSED : FailureReason.PROVIDER_FAILED;
	}

	private Optional<Instant> next(int polls) {
		return Optional.of(this.clock.instant().plus(this.settings.poll().after(polls)));
	}

	private Optional<Instant> later() {
		return Optional.of(this.clock.instant().plus(this.settings.poll().longest()));
	}

	private static void log(Generation generation, RuntimeException why) {
		log.atWarn()
			.addKeyValue("jobId", generation.id())
			.addKeyValue("chatId", generation.order().chatId())
			.addKeyValue("reason", why.getMessage())
			.log("Provider did not do it");
	}

}
