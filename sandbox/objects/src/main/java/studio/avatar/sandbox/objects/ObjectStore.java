package studio.avatar.sandbox.objects;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import studio.avatar.sandbox.backing.BackingException;
import studio.avatar.sandbox.backing.Guard;
import studio.avatar.sandbox.backing.Leftover;
import studio.avatar.sandbox.backing.LogTail;

/**
 * One real S3 server (S3Proxy over a folder) in a JVM of its own, on 127.0.0.1. It takes
 * no request without a valid version 4 signature, keeps what it has taken over a restart,
 * and a bucket is a folder of it.
 */
public final class ObjectStore implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final Duration GRACE = Duration.ofSeconds(10);

	private static final int GLANCE_MILLIS = 20;

	private final ObjectStoreSettings settings;

	private LogTail said;

	private Process process;

	private ObjectStore(ObjectStoreSettings settings) {
		this.settings = settings;
		this.said = LogTail.from(settings.log());
		this.process = launch();
		awaitAnswer();
	}

	/**
	 * The store of this JVM, started at the first call and ended after the JVM's shutdown
	 * hooks have run.
	 */
	public static ObjectStore shared() {
		return Shared.INSTANCE;
	}

	/**
	 * Starts a server over a folder and waits until it answers.
	 * @throws BackingException when it ends or stays silent for a minute
	 */
	public static ObjectStore start(Path folder) {
		return new ObjectStore(ObjectStoreSettings.in(folder));
	}

	/** Base address of its HTTP server; buckets are the first part of a path. */
	public URI endpoint() {
		return this.settings.endpoint();
	}

	public String accessKey() {
		return this.settings.accessKey();
	}

	public String secretKey() {
		return this.settings.secretKey();
	}

	/**
	 * Makes sure that there is a bucket of this name. The server lets everybody list a
	 * folder that others on this machine may read, so nobody else may.
	 * @return its name
	 */
	public String bucket(String name) {
		try {
			Path folder = Files.createDirectories(this.settings.data().resolve(name));
			Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
			return name;
		}
		catch (IOException ex) {
			throw new BackingException("No bucket " + name + ": " + ex.getMessage(), ex);
		}
	}

	/** What a service is told to keep its files in that bucket. */
	public Map<String, String> environment(String bucket) {
		return Map.of("MEDIA_S3_BUCKET", bucket(bucket), "MEDIA_S3_ENDPOINT", endpoint().toString(), "MEDIA_S3_REGION",
				"us-east-1", "MEDIA_S3_ACCESS_KEY", accessKey(), "MEDIA_S3_SECRET_KEY", secretKey(),
				"MEDIA_S3_PATH_STYLE", "true");
	}

	/** Where the bytes of an object lie, for tests of faults. */
	public Path file(String bucket, String key) {
		return this.settings.data().resolve(bucket).resolve(key);
	}

	/** Ends the server as {@code kill -9} does and returns when it is gone. */
	public void kill() {
		this.process.destroyForcibly();
		Leftover.end(this.process.toHandle(), GRACE);
	}

	/** Starts the server again on the same port with the same data and keys. */
	public void restart() {
		close();
		this.said = LogTail.from(this.settings.log());
		this.process = launch();
		awaitAnswer();
	}

	/** Ends the server in order, and by force after ten seconds. */
	@Override
	public void close() {
		Leftover.end(this.process.toHandle(), GRACE);
	}

	private Process launch() {
		try {
			Files.createDirectories(this.settings.data());
			ProcessBuilder builder = new ProcessBuilder(
					command(ServerJar.in(this.settings.folder()), this.settings.write()))
				.redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.appendTo(this.settings.log().toFile()));
			return Guard.ofThisJvm().start(builder, "TERM");
		}
		catch (IOException ex) {
			throw new BackingException("The S3 server could not be started in " + this.settings.folder() + ": " + ex,
					ex);
		}
	}

	private static List<String> command(Path jar, Path properties) {
		return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx128m",
				"-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-DLOG_LEVEL=warn", "-jar",
				jar.toString(), "--properties", properties.toString());
	}

	private void awaitAnswer() {
		long deadline = System.nanoTime() + PATIENCE.toNanos();
		while (!answers()) {
			failWhenSilent(deadline);
		}
	}

	/** The one address that asks for no signature. */
	private boolean answers() {
		try {
			HttpURLConnection connection = (HttpURLConnection) endpoint().resolve("/healthz").toURL().openConnection();
			connection.setReadTimeout((int) PATIENCE.toMillis());
			return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
		}
		catch (IOException ex) {
			return false;
		}
	}

	private void failWhenSilent(long deadline) {
		try {
			if (this.process.waitFor(GLANCE_MILLIS, TimeUnit.MILLISECONDS)) {
				throw new BackingException("The S3 server ended while starting: " + this.said.lastMeaningfulLine()
						+ " (its log is " + this.settings.log() + ")");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new BackingException("Interrupted while the S3 server was starting", ex);
		}
		if (System.nanoTime() > deadline) {
			close();
			throw new BackingException("The S3 server did not answer within " + PATIENCE.toSeconds() + " s; its log is "
					+ this.settings.log());
		}
	}

	private static final class Shared {

		private static final ObjectStore INSTANCE = start(TemporaryFolder.create());

	}

}
