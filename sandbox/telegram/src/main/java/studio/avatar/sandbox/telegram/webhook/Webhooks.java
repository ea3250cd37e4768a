package studio.avatar.sandbox.telegram.webhook;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import studio.avatar.sandbox.telegram.store.ChangeLog;
import studio.avatar.sandbox.telegram.store.Remembered;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The webhook of the bot, when it has one, and what went wrong with it last.
 */
public final class Webhooks implements Remembered {

	private static final Duration BETWEEN_SETTINGS = Duration.ofSeconds(1);

	private final ChangeLog log;

	private final InstantSource clock;

	private @Nullable Webhook current;

	private @Nullable Trouble trouble;

	private boolean cut;

	private Instant nextSetting = Instant.MIN;

	private Runnable listener = () -> {
	};

	public Webhooks(ChangeLog log, InstantSource clock) {
		this.log = log;
		this.clock = clock;
	}

	/** Calls it after every change. */
	void onChange(Runnable listener) {
		this.listener = listener;
	}

	/** Whether it may be set now; not more than once a second. */
	public synchronized boolean maySet() {
		Instant now = this.clock.instant();
		if (now.isBefore(this.nextSetting)) {
			return false;
		}
		this.nextSetting = now.plus(BETWEEN_SETTINGS);
		return true;
	}

	/** From now on updates are brought there; nothing changes when they are already. */
	public synchronized void set(Webhook webhook) {
		if (!webhook.equals(this.current)) {
			this.current = webhook;
			this.trouble = null;
			this.log.append(kind(), webhook.asChange());
		}
		this.listener.run();
	}

	/** From now on updates wait to be asked for. */
	public synchronized void delete() {
		if (this.current != null) {
			this.current = null;
			this.trouble = null;
			this.log.append(kind(), JsonMapper.shared().createObjectNode());
		}
	}

	public synchronized Optional<Webhook> current() {
		return Optional.ofNullable(this.current);
	}

	/** Whether updates are still brought to this very one. */
	synchronized boolean stands(Webhook webhook) {
		return webhook == this.current;
	}

	/** Updates do not reach it, or reach it again; nothing survives a restart. */
	public synchronized void cut(boolean cut) {
		this.cut = cut;
		this.listener.run();
	}

	synchronized boolean isCut() {
		return this.cut;
	}

	/** Remembers why an update could not be brought. */
	synchronized void failed(String words) {
		this.trouble = new Trouble(this.clock.instant(), words);
	}

	/** What went wrong last since the webhook was set. */
	public synchronized Optional<Trouble> trouble() {
		return Optional.ofNullable(this.trouble);
	}

	@Override
	public String kind() {
		return "webhook";
	}

	@Override
	public synchronized void recall(JsonNode change) {
		this.current = change.has("url") ? Webhook.of(change) : null;
	}

	@Override
	public synchronized void snapshot(Consumer<JsonNode> changes) {
		current().map(Webhook::asChange).ifPresent(changes);
	}

	/**
	 * An update that could not be brought.
	 *
	 * @param words Telegram's
	 */
	public record Trouble(Instant at, String words) {

	}

}
