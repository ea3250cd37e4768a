package studio.avatar.sandbox.launch.journey;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import studio.avatar.sandbox.launch.Sandbox;
import studio.avatar.sandbox.launch.SandboxOptions;
import studio.avatar.sandbox.provider.Pace;

/**
 * Hands the same sandbox to every journey; it starts with the first and ends after the
 * last. Each journey is a person of its own. After each class all calls are checked.
 */
public final class OneSandbox implements ParameterResolver, AfterAllCallback {

	/** Slow enough to be struck in the middle of the work. */
	private static final Pace PACE = new Pace(Duration.ofSeconds(1), Duration.ofSeconds(6), Duration.ofSeconds(4));

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
		return parameter.getParameter().getType() == Sandbox.class;
	}

	@Override
	public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
		return store(context).computeIfAbsent(Sandbox.class, (key) -> start(), Sandbox.class);
	}

	@Override
	public void afterAll(ExtensionContext context) {
		Sandbox used = store(context).get(Sandbox.class, Sandbox.class);
		if (used != null) {
			CheckedCalls.of(used);
		}
	}

	private static ExtensionContext.Store store(ExtensionContext context) {
		return context.getRoot().getStore(ExtensionContext.Namespace.create(OneSandbox.class));
	}

	private static Sandbox start() {
		SandboxOptions options = SandboxOptions.forTests(Path.of("target", "sandbox"))
			.withConsole()
			.withPace(PACE)
			.withEnvironment(settings())
			.freshly();
		Sandbox sandbox = Sandbox.start(ChosenServers.shared(options));
		if (Size.isFull()) {
			sandbox.telegram().limits().off();
		}
		return sandbox;
	}

	/**
	 * A bug is one however short the pauses between attempts are; thousands of answers
	 * would take minutes at thirty a second, and replays of them at the usual cap.
	 */
	private static Map<String, String> settings() {
		Map<String, String> settings = new HashMap<>(Map.of("CONSOLE_REPLAY_RAMP", "1s", "CONSOLE_REPLAY_HIGHESTRATE",
				"2000", "STUDIO_RETRIES_FIRSTPAUSE", "5ms"));
		if (Size.isFull()) {
			settings.put("STUDIO_REPLY_OVERALL", "1000");
		}
		return settings;
	}

}
