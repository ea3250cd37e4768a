package studio.avatar.generation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import studio.avatar.common.testkit.Backed;
import studio.avatar.sandbox.backing.Backing;
import studio.avatar.sandbox.backing.Database;
import studio.avatar.sandbox.provider.FalSimulator;
import studio.avatar.sandbox.provider.SimulatedRequest;

/**
 * The service, running in this JVM against a real broker, a real database and the
 * simulated provider. It can be stopped and started again, as a deployment would.
 */
final class ServiceUnderTest {

	static final FalSimulator FAL = FalSimulator.start();

	private static final Map<String, Object> ENVIRONMENT = environment();

	private static Map<String, Object> settings = Map.of();

	private static @Nullable ConfigurableApplicationContext running;

	private ServiceUnderTest() {
	}

	/** Runs it as the sandbox does, unless it is running so already. */
	static void started() {
		startedWith(Map.of());
	}

	/** Runs it with settings that differ from the sandbox's. */
	static void startedWith(Map<String, Object> differing) {
		if (running == null || !settings.equals(differing)) {
			stop();
			settings = differing;
			start();
		}
	}

	static void start() {
		Map<String, Object> properties = new HashMap<>(ENVIRONMENT);
		properties.putAll(settings);
		running = new SpringApplicationBuilder(GenerationServiceApplication.class).profiles("sandbox")
			.run(properties.entrySet()
				.stream()
				.map((property) -> "--%s=%s".formatted(property.getKey(), property.getValue()))
				.toArray(String[]::new));
	}

	static void stop() {
		if (running != null) {
			running.close();
			running = null;
		}
	}

	static <T> T bean(Class<T> type) {
		if (running == null) {
			throw new IllegalStateException("the service is stopped");
		}
		return running.getBean(type);
	}

	/** The service's own tables. */
	static JdbcClient rows() {
		Database database = Backing.shared().database("generation");
		return JdbcClient.create(new DriverManagerDataSource(database.jdbcUrl(), database.user(), database.password()));
	}

	/** What the provider has accepted with these words in the prompt. */
	static List<SimulatedRequest> requests(String words) {
		return FAL.requests()
			.stream()
			.filter((request) -> request.input().path("prompt").asString("").contains(words))
			.toList();
	}

	private static Map<String, Object> environment() {
		Map<String, Object> environment = new HashMap<>();
		Backed.service((name, value) -> environment.put(name, value.get()), "generation");
		environment.put("FAL_QUEUE_URL", FAL.queueUrl());
		environment.put("FAL_REST_URL", FAL.restUrl());
		environment.put("FAL_KEY", FAL.key());
		return environment;
	}

}
