package studio.avatar.sandbox.launch;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

import studio.avatar.sandbox.provider.FalSimulator;
import studio.avatar.sandbox.provider.LlmSimulator;
import studio.avatar.sandbox.provider.Pace;
import studio.avatar.sandbox.provider.http.Place;
import studio.avatar.sandbox.telegram.TelegramSimulator;
import studio.avatar.sandbox.telegram.rate.Limits;

/**
 * Telegram with its web chat, fal and the LLM for services in other containers: on fixed
 * ports of all interfaces, data in the folder that {@code SIMULATORS_FOLDER} names.
 */
final class SimulatorsCommand {

	/** Web chat and Bot API. */
	static final int TELEGRAM_PORT = 8080;

	static final int FAL_PORT = 8081;

	static final int LLM_PORT = 8082;

	private SimulatorsCommand() {
	}

	public static void main(String[] args) throws InterruptedException {
		if (realWorldIsUsed(System.getenv())) {
			System.out.println("Not needed: the profile telegram uses the real Telegram, fal and language model.");
			return;
		}
		start(System.getenv().getOrDefault("SIMULATORS_HOST", "simulators"),
				Path.of(System.getenv().getOrDefault("SIMULATORS_FOLDER", ".sandbox/simulators")));
		new CountDownLatch(1).await();
	}

	/** Whether compose runs with its profile {@code telegram}. */
	static boolean realWorldIsUsed(Map<String, String> environment) {
		return List.of(environment.getOrDefault("COMPOSE_PROFILES", "").replace(" ", "").split(","))
			.contains("telegram");
	}

	private static void start(String host, Path folder) {
		FalSimulator fal = FalSimulator.start(new FalSimulator.Settings(new Place(FAL_PORT, host), Simulators.FAL_KEY,
				folder.resolve("fal"), Pace.SANDBOX));
		LlmSimulator llm = LlmSimulator.start(new Place(LLM_PORT, host));
		TelegramSimulator telegram = TelegramSimulator.start(new TelegramSimulator.Settings(TELEGRAM_PORT,
				Simulators.TOKEN, "Avatar Studio", folder.resolve("telegram"), host));
		telegram.limits().set(Limits.TELEGRAMS);
		Runtime.getRuntime().addShutdownHook(new Thread(() -> {
			telegram.close();
			fal.close();
			llm.close();
		}, "stop"));
		System.out.println("Telegram at " + telegram.url() + ", fal at " + fal.queueUrl() + ", language model at "
				+ llm.baseUrl());
	}

}
