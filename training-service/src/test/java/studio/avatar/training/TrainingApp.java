package studio.avatar.training;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import studio.avatar.common.testkit.Backed;
import studio.avatar.common.testkit.Wire;
import studio.avatar.sandbox.backing.Backing;
import studio.avatar.sandbox.backing.Database;
import studio.avatar.sandbox.provider.FalSimulator;

/**
 * The one training-service of this test JVM, with a simulated provider beside it. Tests
 * restart it at will; never do two run at once, so what a test stops is really stopped.
 */
public final class TrainingApp {

	private static final FalSimulator FAL = FalSimulator.start();

	private static @Nullable ConfigurableApplicationContext running;

	private static List<String> runningWith = List.of();

	private TrainingApp() {
	}

	/** Makes sure that it runs with exactly these settings beyond the usual ones. */
	public static synchronized ConfigurableApplicationContext with(String... settings) {
		if (running == null || !runningWith.equals(List.of(settings))) {
			stop();
			running = start(settings);
			runningWith = List.of(settings);
		}
		return running;
	}

	/** Stops it in good order. */
	public static synchronized void stop() {
		if (running != null) {
			running.close();
			running = null;
		}
	}

	/** Stops it and starts it again as it was. */
	public static synchronized ConfigurableApplicationContext restart() {
		stop();
		return with(runningWith.toArray(String[]::new));
	}

	public static FalSimulator fal() {
		return FAL;
	}

	/** The service's own tables, also while it is stopped. */
	public static JdbcClient database() {
		Database database = Backing.shared().database("training");
		return JdbcClient.create(new DriverManagerDataSource(database.jdbcUrl(), database.user(), database.password()));
	}

	public static Wire wire() {
		return Wire.of(Backing.shared().kafkaBrokers());
	}

	private static ConfigurableApplicationContext start(String... settings) {
		wire();
		Database database = Backing.shared().database("training");
		List<String> arguments = new ArrayList<>(List.of("--KAFKA_BROKERS=" + Backing.shared().kafkaBrokers(),
				"--DATABASE_URL=" + database.jdbcUrl(), "--DATABASE_USER=" + database.user(),
				"--DATABASE_PASSWORD=" + database.password(), "--MEDIA_FOLDER=" + Backed.mediaFolder(),
				"--SERVER_PORT=0", "--FAL_QUEUE_URL=" + FAL.queueUrl(), "--FAL_REST_URL=" + FAL.restUrl(),
				"--FAL_KEY=" + FAL.key(), "--studio.training.runs.first-poll=150ms",
				"--studio.training.runs.slowest-poll=300ms", "--studio.fal.answer-timeout=2s",
				"--studio.training.photos.pause=50ms", "--studio.scheduling.poll=100ms",
				"--studio.scheduling.heartbeat=500ms"));
		for (String setting : settings) {
			String name = "--" + setting.substring(0, setting.indexOf('=') + 1);
			arguments.removeIf((argument) -> argument.startsWith(name));
			arguments.add("--" + setting);
		}
		return new SpringApplicationBuilder(TrainingServiceApplication.class).run(arguments.toArray(String[]::new));
	}

}
