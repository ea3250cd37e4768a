package studio.avatar.sandbox.backing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotModifiedException;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;

/**
 * One container that can be killed and started again at the same address with its data.
 * <p>
 * Testcontainers finds the engine but does not hold the container: its own would take
 * another port after a restart, and be removed while Spring contexts still close.
 */
final class Container {

	/** So that people see whose they are: {@code docker ps --filter label=...}. */
	private static final Map<String, String> OURS = Map.of("studio.avatar.backing",
			String.valueOf(ProcessHandle.current().pid()));

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final int GRACE_SECONDS = 10;

	private static final Duration GLANCE = Duration.ofMillis(20);

	private final DockerClient engine;

	private final Image image;

	private final String id;

	private Container(DockerClient engine, Image image, String id) {
		this.engine = engine;
		this.image = image;
		this.id = id;
	}

	/**
	 * Starts a container, which is gone when this JVM is gone.
	 * @param published the port in the container and the one on 127.0.0.1
	 */
	static Container run(DockerClient engine, Image image, PortBinding published, List<String> environment,
			List<String> command) {
		try {
			String id = engine.createContainerCmd(image.reference())
				.withLabels(OURS)
				.withEnv(environment)
				.withCmd(command)
				.withExposedPorts(published.getExposedPort())
				.withHostConfig(HostConfig.newHostConfig().withPortBindings(published))
				.exec()
				.getId();
			Guard.ofThisJvm().removeContainerAtTheEnd(id);
			engine.startContainerCmd(id).exec();
			return new Container(engine, image, id);
		}
		catch (DockerException ex) {
			throw new BackingException(image.title() + " did not start in a container: " + ex.getMessage(), ex);
		}
	}

	/** A port of the container on the same machine, closed to others. */
	static PortBinding onLoopback(int portInside, int port) {
		return new PortBinding(Ports.Binding.bindIpAndPort("127.0.0.1", port), ExposedPort.tcp(portInside));
	}

	String id() {
		return this.id;
	}

	/** Ends what runs in it as {@code kill -9} does. */
	void kill() {
		if (running()) {
			this.engine.killContainerCmd(this.id).exec();
			await(() -> !running(), "does not end");
		}
	}

	/** Ends what runs in it in order, and by force after ten seconds. */
	void stop() {
		try {
			this.engine.stopContainerCmd(this.id).withTimeout(GRACE_SECONDS).exec();
		}
		catch (NotModifiedException ex) {
			// stopped already
		}
	}

	void startAgain() {
		this.engine.startContainerCmd(this.id).exec();
	}

	/** Waits until what runs in it answers; its last words are said when it ends. */
	void awaitAnswer(BooleanSupplier answers) {
		await(() -> answers.getAsBoolean() || ended(), "does not answer");
	}

	private boolean ended() {
		if (running()) {
			return false;
		}
		throw new BackingException(this.image.title() + " ended while starting in container " + this.id + ": "
				+ LogTail.lastMeaningfulLine(log()));
	}

	private void await(BooleanSupplier reached, String otherwise) {
		long deadline = System.nanoTime() + PATIENCE.toNanos();
		while (!reached.getAsBoolean()) {
			if (System.nanoTime() > deadline) {
				throw new BackingException("%s in container %s %s within %d s".formatted(this.image.title(), this.id,
						otherwise, PATIENCE.toSeconds()));
			}
			LockSupport.parkNanos(GLANCE.toNanos());
		}
	}

	private boolean running() {
		return Boolean.TRUE.equals(this.engine.inspectContainerCmd(this.id).exec().getState().getRunning());
	}

	private String log() {
		StringBuffer log = new StringBuffer();
		try {
			this.engine.logContainerCmd(this.id)
				.withStdOut(true)
				.withStdErr(true)
				.exec(new ResultCallback.Adapter<Frame>() {
					@Override
					public void onNext(Frame frame) {
						log.append(new String(frame.getPayload(), StandardCharsets.UTF_8));
					}
				})
				.awaitCompletion();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		return log.toString();
	}

}
