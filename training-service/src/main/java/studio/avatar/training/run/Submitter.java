package studio.avatar.training.run;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.stereotype.Component;

import studio.avatar.common.media.MissingMedia;
import studio.avatar.common.provider.FalQueue;
import studio.avatar.common.provider.ForeignAddress;
import studio.avatar.common.provider.OutcomeUnknown;
import studio.avatar.common.provider.ProviderRefused;
import studio.avatar.common.provider.ProviderUnavailable;
import studio.avatar.common.provider.Submission;
import studio.avatar.training.avatar.Avatar;
import studio.avatar.training.avatar.Avatars;

/**
 * Brings a paid run to the provider. Everything up to the submit may be done again; the
 * submit happens at most once, because the intent is saved before it.
 */
@Component
class Submitter {

	private static final Logger log = LoggerFactory.getLogger(Submitter.class);

	/**
	 * Once the provider has accepted a run only the record of it is missing, and without
	 * it a paid run is lost: a database that is away for a moment is waited for.
	 */
	private static final RetryTemplate PATIENTLY = new RetryTemplate(RetryPolicy.builder()
		.maxRetries(Long.MAX_VALUE)
		.timeout(Duration.ofMinutes(2))
		.delay(Duration.ofMillis(200))
		.multiplier(2)
		.maxDelay(Duration.ofSeconds(5))
		.build());

	private final Avatars avatars;

	private final ArchiveUpload archives;

	private final FalQueue queue;

	private final RunOutcomes outcomes;

	private final TrainingProfiles profiles;

	private final RunSettings settings;

	private final Clock clock;

	Submitter(Avatars avatars, ArchiveUpload archives, FalQueue queue, RunOutcomes outcomes, TrainingProfiles profiles,
			RunSettings settings, Clock clock) {
		this.avatars = avatars;
		this.archives = archives;
		this.queue = queue;
		this.outcomes = outcomes;
		this.profiles = profiles;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Takes a run as far as it gets; tells when to look at it again, empty when it has
	 * ended.
	 */
	Optional<Instant> submit(TrainingRun.Held run) {
		TrainingProfile profile = this.profiles.named(run.order().profile());
		Avatar avatar = this.avatars.of(run.order().userId(), run.order().avatarId()).orElseThrow();
		try {
			URI archive = this.archives.send(run.id(), avatar);
			return this.outcomes.begin(run.id()) ? send(profile, run, archive) : Optional.empty();
		}
		catch (MissingMedia ex) {
			return failed(run, Reason.PHOTOS_MISSING, String.valueOf(ex.getMessage()));
		}
		catch (ProviderRefused ex) {
			return failed(run, Reason.REQUEST_REFUSED, ex.reason());
		}
		catch (ProviderUnavailable | IOException ex) {
			return later(run, ex);
		}
	}

	private Optional<Instant> send(TrainingProfile profile, TrainingRun.Held run, URI archive) {
		try {
			Submission accepted = this.queue.submit(profile.endpoint(), input(profile, run, archive), run.id());
			boolean wanted = PATIENTLY.invoke(() -> this.outcomes.submitted(run.id(), accepted));
			if (!wanted) {
				stop(run, accepted);
			}
			return Optional.of(this.settings.nextPoll(this.clock.instant(), 0));
		}
		catch (ProviderUnavailable ex) {
			this.outcomes.notTaken(run.id());
			return later(run, ex);
		}
		catch (OutcomeUnknown ex) {
			log.atWarn()
				.addKeyValue("jobId", run.id())
				.addKeyValue("reason", ex.getMessage())
				.log("Answer to a submit lost");
			return this.outcomes.unknown(run.id());
		}
	}

	/**
	 * The provider had taken the run before, had called about that, and took it once
	 * more.
	 */
	private void stop(TrainingRun run, Submission second) {
		var line = log.atWarn().addKeyValue("jobId", run.id()).addKeyValue("providerRequestId", second.requestId());
		try {
			line = line.addKeyValue("answer", this.queue.cancel(second.cancelUrl()));
		}
		catch (ProviderUnavailable | ProviderRefused | ForeignAddress ex) {
			line = line.addKeyValue("reason", ex.getMessage());
		}
		line.log("Second request for a run told to stop");
	}

	private static Map<String, Object> input(TrainingProfile profile, TrainingRun.Held run, URI archive) {
		return Map.of(profile.imagesField(), archive.toString(), profile.triggerField(), run.order().trigger(),
				profile.stepsField(), run.order().steps());
	}

	private Optional<Instant> failed(TrainingRun run, Reason reason, String detail) {
		return this.outcomes.refused(run.id(), reason, detail);
	}

	private Optional<Instant> later(TrainingRun run, Exception why) {
		log.atWarn()
			.addKeyValue("jobId", run.id())
			.addKeyValue("reason", why.getMessage())
			.log("Run not submitted yet");
		return Optional.of(this.settings.nextPoll(this.clock.instant(), 0));
	}

}
