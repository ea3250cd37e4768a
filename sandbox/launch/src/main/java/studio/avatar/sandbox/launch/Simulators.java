package studio.avatar.sandbox.launch;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import studio.avatar.sandbox.backing.Port;
import studio.avatar.sandbox.provider.FalSimulator;
import studio.avatar.sandbox.provider.LlmSimulator;
import studio.avatar.sandbox.telegram.TelegramSimulator;
import studio.avatar.sandbox.telegram.rate.Limits;

/**
 * Telegram, fal and the LLM on this machine, each one unless the environment names the
 * real one.
 */
final class Simulators implements AutoCloseable {

	static final String TOKEN = "12345:sandbox";

	static final String FAL_KEY = "sandbox-fal-key";

	private final SandboxOptions options;

	private final SandboxFolder folder;

	private final Outside outside;

	private final Progress progress;

	private volatile @Nullable TelegramSimulator telegram;

	private volatile @Nullable FalSimulator fal;

	private volatile @Nullable LlmSimulator llm;

	Simulators(SandboxOptions options, SandboxFolder folder, Outside outside, Progress progress) {
		this.options = options;
		this.folder = folder;
		this.outside = outside;
		this.progress = progress;
		if (!outside.hasTelegram() && options.port() != 0 && Port.taken(options.port())) {
			throw new SandboxException("Port " + options.port()
					+ " is in use by another program: choose another one with --port, for example --port 8090");
		}
	}

	void start() {
		if (this.outside.hasTelegram()) {
			this.progress.say("  - Telegram is the real one that the environment names");
		}
		else {
			this.telegram = this.progress.timed("Telegram simulator", this::startTelegram,
					(simulator) -> simulator.url().toString());
		}
		if (this.outside.hasFal()) {
			this.progress.say("  - fal is the real one that the environment names");
		}
		else {
			this.fal = this.progress.timed("fal simulator", this::startFal,
					(simulator) -> simulator.queueUrl().toString());
		}
		if (this.outside.hasLlm()) {
			this.progress.say("  - LLM is the real one that the environment names");
		}
		else {
			this.llm = this.progress.timed("LLM simulator", LlmSimulator::start,
					(simulator) -> simulator.baseUrl().toString());
		}
	}

	private TelegramSimulator startTelegram() {
		TelegramSimulator started = TelegramSimulator.start(new TelegramSimulator.Settings(this.options.port(), TOKEN,
				"Avatar Studio", this.folder.of("telegram")));
		started.limits().set(Limits.TELEGRAMS);
		return started;
	}

	private FalSimulator startFal() {
		return FalSimulator.start(new FalSimulator.Settings(0, FAL_KEY, this.folder.of("fal"), this.options.pace()));
	}

	/**
	 * How services reach what is simulated, as environment variables.
	 * @param gateway where what is simulated reaches the gateway
	 */
	Map<String, String> variables(URI gateway) {
		Map<String, String> variables = new HashMap<>();
		if (this.telegram != null) {
			variables.put("TELEGRAM_API_URL", this.telegram.url().toString());
			variables.put("TELEGRAM_BOT_TOKEN", this.telegram.token());
		}
		if (this.fal != null) {
			variables.put("FAL_QUEUE_URL", this.fal.queueUrl().toString());
			variables.put("FAL_REST_URL", this.fal.restUrl().toString());
			variables.put("FAL_JWKS_URL", this.fal.jwksUrl().toString());
			variables.put("FAL_WEBHOOK_URL", gateway.resolve("/webhooks/fal").toString());
			variables.put("FAL_WEBHOOK_SECRET", "sandbox-webhook-secret");
			variables.put("FAL_KEY", this.fal.key());
		}
		if (this.llm != null) {
			variables.put("LLM_BASE_URL", this.llm.baseUrl().toString());
			variables.put("LLM_API_KEY", this.llm.key());
			variables.put("LLM_MODEL", this.llm.model());
		}
		return variables;
	}

	boolean haveTelegram() {
		return this.telegram != null;
	}

	TelegramSimulator telegram() {
		return Surroundings.started(this.telegram, "The Telegram simulator");
	}

	FalSimulator fal() {
		return Surroundings.started(this.fal, "The fal simulator");
	}

	LlmSimulator llm() {
		return Surroundings.started(this.llm, "The LLM simulator");
	}

	@Override
	public void close() {
		this.progress.close(this.telegram);
		this.progress.close(this.fal);
		this.progress.close(this.llm);
	}

}
