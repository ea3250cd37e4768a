package studio.avatar.generation.generation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import studio.avatar.common.provider.FalQueue;
import studio.avatar.common.provider.ForeignAddress;
import studio.avatar.common.provider.ProviderRefused;
import studio.avatar.common.provider.ProviderUnavailable;
import studio.avatar.common.provider.Submission;
import studio.avatar.generation.generation.Generation.Cancelled;
import studio.avatar.generation.generation.Generation.Expired;
import studio.avatar.generation.generation.Generation.Submitted;

/** Requests at the provider that nobody waits for any more, and what came of them. */
@Component
class StrayRequests {

	private static final Logger log = LoggerFactory.getLogger(StrayRequests.class);

	private final WorkerMoves moves;

	private final FalQueue provider;

	private final Pictures pictures;

	StrayRequests(WorkerMoves moves, FalQueue provider, Pictures pictures) {
		this.moves = moves;
		this.provider = provider;
		this.pictures = pictures;
	}

	/**
	 * Wishes that the provider stops it, and deletes the pictures of it that are here
	 * already; one that has finished is fine.
	 */
	void stop(UUID id) {
		this.moves.find(id).flatMap(StrayRequests::stray).ifPresent((stray) -> {
			try {
				this.pictures.forget(id);
				said(id, stray, this.provider.cancel(stray.cancel()).name());
			}
			catch (ForeignAddress ex) {
				said(id, stray, ex.getMessage());
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		});
	}

	/**
	 * The provider took a request. When its job waits for another one by now, the
	 * provider had taken that one before and called about it: nobody waits for this one.
	 */
	void stopUnlessKnown(UUID id, Submission accepted) {
		if (!this.moves.find(id).filter((generation) -> waitsFor(generation, accepted.requestId())).isPresent()) {
			try {
				second(id, accepted, this.provider.cancel(accepted.cancelUrl()).name());
			}
			catch (ProviderUnavailable | ProviderRefused | ForeignAddress ex) {
				second(id, accepted, ex.getMessage());
			}
		}
	}

	private static boolean waitsFor(Generation generation, String requestId) {
		return switch (generation) {
			case Submitted submitted -> submitted.request().requestId().equals(requestId);
			case Cancelled _, Expired _ ->
				stray(generation).filter((stray) -> stray.requestId().equals(requestId)).isPresent();
			default -> false;
		};
	}

	private static void second(UUID id, Submission accepted, @Nullable String answer) {
		log.atWarn()
			.addKeyValue("jobId", id)
			.addKeyValue("providerRequestId", accepted.requestId())
			.addKeyValue("answer", answer)
			.log("Second request for a generation told to stop");
	}

	private static void said(UUID id, ProviderJob stray, @Nullable String answer) {
		log.atInfo()
			.addKeyValue("jobId", id)
			.addKeyValue("providerRequestId", stray.requestId())
			.addKeyValue("answer", answer)
			.log("Request to be stopped at the provider");
	}

	private static Optional<ProviderJob> stray(Generation generation) {
		return switch (generation) {
			case Cancelled cancelled -> Optional.ofNullable(cancelled.stray());
			case Expired expired -> Optional.ofNullable(expired.stray());
			default -> Optional.empty();
		};
	}

}
