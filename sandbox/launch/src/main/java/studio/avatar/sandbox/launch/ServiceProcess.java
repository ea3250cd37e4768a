package studio.avatar.sandbox.launch;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import studio.avatar.sandbox.backing.Guard;
import studio.avatar.sandbox.backing.Leftover;
import studio.avatar.sandbox.backing.LogTail;

/**
 * One service in a process of its own. Once it was ready, it is started again whenever it
 * ends, until it is stopped.
 */
public final class ServiceProcess {

	private static final Duration PATIENCE = Duration.ofMinutes(3);

	private static final Duration GRACE = Duration.ofSeconds(10);

	private static final Duration PAUSE_BEFORE_RESTART = Duration.ofSeconds(1);

	private final ServiceUnit unit;

	private final Map<String, String> environment;

	private final SandboxFolder folder;

	private final Progress progress;

	private final int port;

	private final LogTail said;

	private final Readiness readiness;

	private volatile @Nullable Process process;

	private volatile boolean wasReady;

	private boolean stopping;

	ServiceProcess(ServiceUnit unit, int port, Map<String, String> environment, SandboxFolder folder,
			Progress progress) {
		this.unit = unit;
		this.port = port;
		this.environment = environment;
		this.folder = folder;
		this.progress = progress;
		this.said = LogTail.from(log());
		this.readiness = new Readiness(url());
	}

	public String name() {
		return this.unit.name();
	}

	/** Base address of its HTTP server, {@code http://127.0.0.1:port}. */
	public URI url() {
		return URI.create("http://127.0.0.1:" + this.port);
	}

	public long pid() {
		return running().pid();
	}

	/**
	 * Ends it as {@code kill -9} does and returns when it is gone; it is started again a
	 * second later.
	 */
	public void killNine() {
		Process victim = running();
		victim.destroyForcibly();
		try {
			victim.waitFor();
		}
		catch (InterruptedException ex) {
			throw interrupted(ex);
		}
	}

	/**
	 * Waits until it answers that it is ready.
	 * @throws SandboxException when it ends before it was ever ready, or takes three
	 * minutes
	 */
	public void awaitReady() {
		long deadline = System.nanoTime() + PATIENCE.toNanos();
		try {
			while (!this.readiness.isGiven()) {
				if (System.nanoTime() > deadline) {
					throw new SandboxException(
							name() + " is not ready after " + PATIENCE.toSeconds() + " s; its log is " + log());
				}
				pause();
			}
		}
		catch (InterruptedException ex) {
			throw interrupted(ex);
		}
		this.wasReady = true;
	}

	synchronized void start() {
		if (!this.stopping) {
			Process started = launch();
			this.process = started;
			started.onExit().thenAccept(this::ended);
		}
	}

	/** Asks it to end; {@link #awaitEnd()} sees to it that it does. */
	void askToEnd() {
		synchronized (this) {
			this.stopping = true;
		}
		Process running = this.process;
		if (running != null) {
			running.destroy();
		}
	}

	void awaitEnd() {
		Process running = this.process;
		if (running != null) {
			Leftover.end(running.toHandle(), GRACE);
		}
	}

	private Process launch() {
		Path pidFile = this.folder.of("logs").resolve(name() + ".pid");
		Leftover.recordedIn(pidFile, mark()).ifPresent((leftover) -> Leftover.end(leftover, GRACE));
		ProcessBuilder builder = new ProcessBuilder(this.unit.command(mark()));
		builder.environment().putAll(this.environment);
		try {
			builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
			Process started = Guard.ofThisJvm().start(builder, "TERM");
			Files.writeString(pidFile, Long.toString(started.pid()));
			return started;
		}
		catch (IOException ex) {
			throw new SandboxException(name() + " cannot be started: " + ex.getMessage(), ex);
		}
	}

	/** How the next launcher knows a process of this folder that was left behind. */
	private String mark() {
		return "-Dsandbox.folder=" + this.folder.of("");
	}

	private synchronized void ended(Process ended) {
		if (this.stopping || !this.wasReady) {
			return;
		}
		this.progress.say("  ! " + name() + " ended (exit code " + ended.exitValue() + "); it is being started again");
		CompletableFuture.delayedExecutor(PAUSE_BEFORE_RESTART.toMillis(), TimeUnit.MILLISECONDS).execute(this::start);
	}

	private void pause() throws InterruptedException {
		if (running().waitFor(50, TimeUnit.MILLISECONDS) && !this.wasReady) {
			throw new SandboxException(lastWords());
		}
		TimeUnit.MILLISECONDS.sleep(20);
	}

	private String lastWords() {
		String reason = this.said.lastMeaningfulLine();
		String remedy = reason.contains("Flyway") ? ". Its tables are of another version: --fresh forgets all data"
				: "";
		return name() + " ended while starting: " + reason + remedy + " (its log is " + log() + ")";
	}

	private Process running() {
		Process running = this.process;
		if (running == null) {
			throw new IllegalStateException(name() + " was not started");
		}
		return running;
	}

	private Path log() {
		return this.folder.log(name());
	}

	private SandboxException interrupted(InterruptedException ex) {
		Thread.currentThread().interrupt();
		return new SandboxException("Interrupted while " + name() + " was starting", ex);
	}

}
