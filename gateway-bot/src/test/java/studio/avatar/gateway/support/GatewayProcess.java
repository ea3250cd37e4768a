package studio.avatar.gateway.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import org.awaitility.Awaitility;

import studio.avatar.common.testkit.Backed;
import studio.avatar.gateway.GatewayBotApplication;
import studio.avatar.sandbox.backing.Backing;
import studio.avatar.sandbox.backing.Database;
import studio.avatar.sandbox.backing.Port;
import studio.avatar.sandbox.telegram.TelegramSimulator;

/** One more instance of the gateway, as a process of its own that a test can kill. */
public final class GatewayProcess implements AutoCloseable {

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private final int port;

	private final Path log;

	private final Process process;

	private GatewayProcess(int port, Path log, Process process) {
		this.port = port;
		this.log = log;
		this.process = process;
	}

	/** Starts it beside the others, with more variables of its own. */
	public static GatewayProcess start(TelegramSimulator telegram, Map<String, String> variables) {
		int port = Port.free();
		Path log = Path.of("target", "gateway-" + port + ".log");
		ProcessBuilder builder = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(),
				"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m", "-cp",
				System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
				GatewayBotApplication.class.getName())
			.redirectErrorStream(true)
			.redirectOutput(log.toFile());
		Database database = Backing.shared().database("gateway");
		builder.environment()
			.putAll(Map.of("KAFKA_BROKERS", Backing.shared().kafkaBrokers(), "DATABASE_URL", database.jdbcUrl(),
					"DATABASE_USER", database.user(), "DATABASE_PASSWORD", database.password(), "MEDIA_FOLDER",
					Backed.mediaFolder().toString(), "SERVER_PORT", String.valueOf(port), "TELEGRAM_API_URL",
					telegram.url().toString(), "TELEGRAM_BOT_TOKEN", telegram.token(), "SPRING_PROFILES_ACTIVE",
					"sandbox"));
		builder.environment().putAll(variables);
		try {
			return new GatewayProcess(port, log, builder.start());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Waits until it can work. */
	public GatewayProcess awaitReady() {
		Awaitility.await()
			.atMost(Duration.ofSeconds(90))
			.pollInterval(Duration.ofMillis(100))
			.failFast("the gateway ended, see " + this.log, () -> !this.process.isAlive())
			.until(() -> get("/actuator/health/readiness").contains("\"UP\""));
		return this;
	}

	/** Whether this one asks Telegram for updates. */
	public boolean polls() {
		return this.process.isAlive() && get("/actuator/metrics/telegram.polling").contains("\"value\":1");
	}

	/** Whether it was brought an update and has kept it. */
	public boolean hasTakenWebhooks() {
		return Pattern.compile("\"value\":[1-9]")
			.matcher(get("/actuator/metrics/telegram.webhook?tag=status:200"))
			.find();
	}

	public int port() {
		return this.port;
	}

	/** Without any warning. */
	public void killNine() {
		this.process.destroyForcibly();
		awaitEnd();
	}

	/** Asks it to end in order, and does not wait. */
	public void asksToEnd() {
		this.process.destroy();
	}

	public boolean isAlive() {
		return this.process.isAlive();
	}

	/** What it said. */
	public String log() {
		try {
			return Files.readString(this.log);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private String get(String path) {
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + path))
			.timeout(Duration.ofSeconds(5))
			.build();
		return HTTP.sendAsync(request, BodyHandlers.ofString())
			.thenApply(HttpResponse::body)
			.exceptionally((ex) -> "")
			.join();
	}

	private void awaitEnd() {
		try {
			if (!this.process.waitFor(30, TimeUnit.SECONDS)) {
				throw new IllegalStateException("the gateway does not end");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void close() {
		killNine();
	}

}
