package studio.avatar.gateway.update;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

import com.pengrad.telegrambot.model.WebhookInfo;
import com.pengrad.telegrambot.request.GetWebhookInfo;
import com.pengrad.telegrambot.request.SetWebhook;
import com.pengrad.telegrambot.response.BaseResponse;
import com.pengrad.telegrambot.response.GetWebhookInfoResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.avatar.gateway.telegram.Answer;
import studio.avatar.gateway.telegram.Refusal;
import studio.avatar.gateway.telegram.TelegramApi;

import org.springframework.boot.health.contributor.Health;

/**
 * Tells Telegram where to bring updates, in the background and until it is understood;
 * then looks now and then whether it still is, and says what Telegram complains about. At
 * the end the webhook stays: another instance, or the next start, takes over.
 *
 * <p>
 * Longer than most: all that a step may find is read together.
 */
final class WebhookRegistration implements UpdateSource {

	/** Somebody has to mend something first. */
	private static final Duration AFTER_REFUSAL = Duration.ofSeconds(30);

	/** After it was set: a poller that is about to end may have taken it away. */
	private static final Duration FIRST_LOOK = Duration.ofSeconds(2);

	private static final Logger log = LoggerFactory.getLogger(WebhookRegistration.class);

	private final TelegramApi telegram;

	private final WebhookSettings settings;

	private final WebhookSecret secret;

	private final BackOff backOff = new BackOff();

	/** With this secret and these kinds: an old webhook may have the same address. */
	private boolean understood;

	private Duration untilLook = FIRST_LOOK;

	private int complaintSeen;

	private volatile Health health = Health.up().withDetail("webhook", "not set yet").build();

	private volatile @Nullable Thread loop;

	WebhookRegistration(TelegramApi telegram, WebhookSettings settings, WebhookSecret secret) {
		this.telegram = telegram;
		this.settings = settings;
		this.secret = secret;
	}

	private void run() {
		while (isMine()) {
			Duration pause = step();
			LockSupport.parkNanos(isMine() ? pause.toNanos() : 0);
		}
	}

	private Duration step() {
		try {
			return this.understood ? look() : set();
		}
		catch (Throwable ex) { // whatever it is, nobody else would look
			log.atError().setCause(ex).log("Webhook not looked after");
			return this.backOff.next();
		}
	}

	/**
	 * Sets it.
	 * @return when to look next
	 */
	private Duration set() {
		SetWebhook wish = new SetWebhook().url(this.settings.url())
			.secretToken(this.secret.value())
			.allowedUpdates(UpdateKind.WIRE_NAMES.toArray(String[]::new))
			.maxConnections(this.settings.maxConnections());
		return switch (this.telegram.call(wish)) {
			case Answer.Done<BaseResponse> done -> stands();
			case Answer.Refused<BaseResponse> no -> refused(no);
			case Answer.Lost<BaseResponse>(String reason, boolean reached) -> lost(reason);
		};
	}

	private Duration stands() {
		this.understood = true;
		this.backOff.reset();
		this.health = Health.up().withDetail("webhook", this.settings.url()).build();
		log.atInfo().addKeyValue("url", this.settings.url()).log("Telegram brings updates");
		this.untilLook = FIRST_LOOK;
		return nextLook();
	}

	/** Soon after it was set, then ever more rarely. */
	private Duration nextLook() {
		Duration longest = this.settings.lookEvery();
		Duration pause = (this.untilLook.compareTo(longest) < 0) ? this.untilLook : longest;
		this.untilLook = pause.multipliedBy(2);
		return pause;
	}

	private Duration refused(Answer.Refused<?> no) {
		if (no.why() == Refusal.FLOOD && no.retryAfter() != null) {
			return no.retryAfter();
		}
		this.health = Health.down().withDetail("reason", "Telegram refuses the webhook: " + no.words()).build();
		log.atError().addKeyValue("reason", no.words()).log("Telegram refuses the webhook");
		return AFTER_REFUSAL;
	}

	private Duration lost(String reason) {
		if (isMine()) {
			log.atWarn().addKeyValue("reason", reason).log("Telegram is not reached");
		}
		return this.backOff.next();
	}

	/** What another one changed is set again. */
	private Duration look() {
		return switch (this.telegram.call(new GetWebhookInfo())) {
			case Answer.Done<GetWebhookInfoResponse>(GetWebhookInfoResponse found) -> compare(found.webhookInfo());
			case Answer.Refused<GetWebhookInfoResponse> no -> refused(no);
			case Answer.Lost<GetWebhookInfoResponse>(String reason, boolean reached) -> lost(reason);
		};
	}

	private Duration compare(WebhookInfo found) {
		if (!isOurs(found)) {
			return setAgain();
		}
		Health.Builder health = Health.up().withDetail("webhook", this.settings.url());
		boolean refusedByUs = false;
		if (found.lastErrorDate() != null && found.lastErrorMessage() != null) {
			health.withDetail("lastComplaint", found.lastErrorMessage())
				.withDetail("lastComplaintAt", Instant.ofEpochSecond(found.lastErrorDate()));
			refusedByUs = isNew(found.lastErrorDate(), found.lastErrorMessage())
					&& found.lastErrorMessage().contains("401");
		}
		this.health = health.build();
		this.backOff.reset();
		return refusedByUs ? disagree() : nextLook();
	}

	/** Telegram shows no kinds where it brings those that it would by itself. */
	private boolean isOurs(WebhookInfo found) {
		return this.settings.url().equals(found.url()) && (found.allowedUpdates() == null
				|| Set.of(found.allowedUpdates()).equals(Set.copyOf(UpdateKind.WIRE_NAMES)));
	}

	private Duration setAgain() {
		this.understood = false;
		return Duration.ZERO;
	}

	private Duration disagree() {
		log.atWarn().log("Instances disagree on the secret of the webhook, ours is set again");
		return setAgain();
	}

	private boolean isNew(int at, String words) {
		boolean fresh = at != this.complaintSeen;
		if (fresh) {
			this.complaintSeen = at;
			log.atWarn().addKeyValue("reason", words).log("Telegram could not bring an update");
		}
		return fresh;
	}

	@Override
	public Health health() {
		Thread thread = this.loop;
		return (thread != null && thread.isAlive()) ? this.health
				: Health.down().withDetail("reason", "nobody looks after the webhook").build();
	}

	@Override
	public synchronized void start() {
		if (!isRunning()) {
			this.settings.doubt()
				.ifPresent((words) -> log.atWarn().addKeyValue("reason", words).log("Webhook doubted"));
			Thread thread = Thread.ofPlatform().name("telegram-webhook").daemon().unstarted(this::run);
			this.loop = thread;
			thread.start();
		}
	}

	private boolean isMine() {
		return this.loop == Thread.currentThread();
	}

	@Override
	public synchronized void stop() {
		Thread thread = this.loop;
		this.loop = null;
		LockSupport.unpark(thread);
	}

	@Override
	public boolean isRunning() {
		return this.loop != null;
	}

}
