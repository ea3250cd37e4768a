package studio.avatar.sandbox.backing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.common.utils.AppInfoParser;

/**
 * One real Kafka broker in a JVM of its own, so that it can be killed and its crash stays
 * its own.
 */
public final class KafkaBroker implements Broker {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final Duration GRACE = Duration.ofSeconds(10);

	private final KafkaSettings settings;

	private LogTail said;

	private Process process;

	private KafkaBroker(KafkaSettings settings) {
		this.settings = settings;
		this.said = LogTail.from(log());
		this.process = launch();
		awaitAnswer();
	}

	/**
	 * Starts a broker and waits until it answers.
	 * @throws BackingException when it ends or stays silent for a minute
	 */
	public static KafkaBroker start(KafkaSettings settings) {
		return new KafkaBroker(settings.chosen());
	}

	@Override
	public String bootstrapServers() {
		return "127.0.0.1:" + this.settings.port();
	}

	@Override
	public String title() {
		return "Kafka " + AppInfoParser.getVersion();
	}

	public long pid() {
		return this.process.pid();
	}

	@Override
	public void kill() {
		this.process.destroyForcibly();
		Leftover.awaitEnd(this.process.toHandle(), GRACE);
	}

	@Override
	public void restart() {
		close();
		this.said = LogTail.from(log());
		this.process = launch();
		awaitAnswer();
	}

	/** Ends the broker in order, and by force after ten seconds. */
	@Override
	public void close() {
		Leftover.end(this.process.toHandle(), GRACE);
	}

	private Process launch() {
		try {
			Path folder = Files.createDirectories(this.settings.folder());
			Leftover.recordedIn(folder.resolve("broker.pid"), folder.toString())
				.ifPresent((leftover) -> Leftover.end(leftover, GRACE));
			Port.checkFree("Kafka", this.settings.port());
			Path properties = BrokerProperties.write(this.settings);
			ProcessBuilder builder = new ProcessBuilder(command(folder, properties));
			builder.environment().putAll(Map.of("CLASSPATH", System.getProperty("java.class.path")));
			builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
			Process started = Guard.ofThisJvm().start(builder, "TERM");
			Files.writeString(folder.resolve("broker.pid"), Long.toString(started.pid()));
			return started;
		}
		catch (IOException ex) {
			throw new BackingException("Kafka could not be started in " + this.settings.folder() + ": " + ex, ex);
		}
	}

	/** The folder comes early, because it is how a leftover of ours is recognised. */
	private List<String> command(Path folder, Path properties) {
		return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xms128m", "-Xmx256m",
				"-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto",
				"-Dlogback.configurationFile=" + folder.resolve("logback.xml"), BrokerMain.class.getName(),
				properties.toString());
	}

	/** Its port opens first; it takes part in the cluster a little later. */
	private void awaitAnswer() {
		long deadline = System.nanoTime() + PATIENCE.toNanos();
		while (!Port.taken(this.settings.port())) {
			failWhenSilent(deadline);
		}
		try (BrokerProbe probe = BrokerProbe.of(bootstrapServers())) {
			while (!probe.answers()) {
				failWhenSilent(deadline);
			}
		}
	}

	private void failWhenSilent(long deadline) {
		try {
			if (this.process.waitFor(20, TimeUnit.MILLISECONDS)) {
				throw new BackingException("Kafka ended while starting: " + this.said.lastMeaningfulLine()
						+ " (its log is " + log() + ")");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new BackingException("Interrupted while Kafka was starting", ex);
		}
		if (System.nanoTime() > deadline) {
			close();
			throw new BackingException(
					"Kafka did not answer within " + PATIENCE.toSeconds() + " s; its log is " + log());
		}
	}

	private Path log() {
		return this.settings.folder().resolve("broker.log");
	}

}
