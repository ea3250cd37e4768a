package studio.avatar.sandbox.telegram.webhook;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import studio.avatar.sandbox.telegram.update.PendingUpdate;
import studio.avatar.sandbox.telegram.update.Updates;

/**
 * Brings what waits to the webhook: each queue in its order, the next update only after
 * the former was taken or forgotten; different queues side by side.
 */
public final class WebhookDelivery implements AutoCloseable {

	private final Webhooks webhooks;

	private final Updates updates;

	private final WebhookCalls calls = new WebhookCalls();

	private final Resends resends = new Resends();

	/** Pauses that another webhook asked for do not count for this one. */
	private @Nullable Webhook before;

	private final Set<String> busy = new HashSet<>();

	private final ScheduledExecutorService timer = Executors
		.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("webhook").daemon().factory());

	public WebhookDelivery(Webhooks webhooks, Updates updates) {
		this.webhooks = webhooks;
		this.updates = updates;
		webhooks.onChange(this::lookAgain);
		updates.onNew(this::lookAgain);
	}

	/** What is there is brought now. */
	public void lookAgain() {
		lookAgainAfter(Duration.ZERO);
	}

	private void lookAgainAfter(Duration wait) {
		try {
			this.timer.schedule(this::beginWhatCan, wait.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (RejectedExecutionException ex) {
			// closed: nothing is brought any more
		}
	}

	private void beginWhatCan() {
		this.webhooks.current().ifPresent(this::bringWhatCan);
	}

	private synchronized void bringWhatCan(Webhook webhook) {
		if (webhook != this.before) {
			this.before = webhook;
			this.resends.forgetAll();
		}
		Set<String> taken = new HashSet<>(this.busy);
		List<PendingUpdate> waiting = this.updates.waiting();
		this.resends.keepOnly(waiting.stream().map(PendingUpdate::id).collect(Collectors.toSet()));
		for (PendingUpdate update : waiting) {
			if (taken.add(update.queue()) && !this.resends.rests(update.id())
					&& this.busy.size() < webhook.maxConnections()) {
				this.busy.add(update.queue());
				Thread.startVirtualThread(() -> bring(webhook, update));
			}
		}
	}

	private void bring(Webhook webhook, PendingUpdate update) {
		try {
			end(webhook, update, this.webhooks.isCut() ? notTaken("Connection timed out") : call(webhook, update));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** Whatever goes wrong, its queue is free again afterwards. */
	private WebhookCalls.Outcome call(Webhook webhook, PendingUpdate update) throws InterruptedException {
		try {
			return this.calls.bring(webhook, update.json());
		}
		catch (RuntimeException ex) {
			return notTaken("Failed to connect: " + ex.getMessage());
		}
	}

	private static WebhookCalls.Outcome notTaken(String words) {
		return new WebhookCalls.Outcome.NotTaken(words, Duration.ZERO);
	}

	/** What an old webhook answered after another one was set counts for nothing. */
	private synchronized void end(Webhook webhook, PendingUpdate update, WebhookCalls.Outcome outcome) {
		this.busy.remove(update.queue());
		if (this.webhooks.stands(webhook)) {
			switch (outcome) {
				case WebhookCalls.Outcome.Taken taken -> taken(update);
				case WebhookCalls.Outcome.NotTaken no -> notTaken(update, no);
			}
		}
		lookAgain();
	}

	private void taken(PendingUpdate update) {
		if (this.updates.taken(update.id())) {
			this.resends.forget(update.id());
		}
		else {
			notTaken(update, new WebhookCalls.Outcome.NotTaken("Read timeout expired", Duration.ZERO));
		}
	}

	private void notTaken(PendingUpdate update, WebhookCalls.Outcome.NotTaken no) {
		this.webhooks.failed(no.words());
		lookAgainAfter(this.resends.failed(update.id(), no.wish()));
	}

	@Override
	public void close() {
		this.timer.shutdownNow();
		this.calls.close();
	}

}
