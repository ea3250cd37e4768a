package studio.avatar.sandbox.provider;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import studio.avatar.sandbox.provider.Fault.Call;
import studio.avatar.sandbox.provider.control.ControlApi;
import studio.avatar.sandbox.provider.fault.FaultGate;
import studio.avatar.sandbox.provider.http.Door;
import studio.avatar.sandbox.provider.http.Incoming;
import studio.avatar.sandbox.provider.http.KeyCheck;
import studio.avatar.sandbox.provider.http.Place;
import studio.avatar.sandbox.provider.http.Reply;
import studio.avatar.sandbox.provider.model.Model;
import studio.avatar.sandbox.provider.painting.PictureMaker;
import studio.avatar.sandbox.provider.queue.Queue;
import studio.avatar.sandbox.provider.queue.QueueApi;
import studio.avatar.sandbox.provider.storage.Downloads;
import studio.avatar.sandbox.provider.storage.FileAddresses;
import studio.avatar.sandbox.provider.storage.Folder;
import studio.avatar.sandbox.provider.storage.Publisher;
import studio.avatar.sandbox.provider.storage.Shelf;
import studio.avatar.sandbox.provider.storage.StorageApi;
import studio.avatar.sandbox.provider.training.Trainer;
import studio.avatar.sandbox.provider.webhook.SigningKeys;
import studio.avatar.sandbox.provider.webhook.WebhookSender;

/**
 * fal.ai on one port: queue, file storage, signed webhooks, trainers and pictures, over
 * real HTTP. Several can run side by side. What is simulated how faithfully stands in the
 * module's README.
 */
public final class FalSimulator implements AutoCloseable {

	private final String key;

	private final FalJournal journal = new FalJournal();

	private final FalFaults faults = new FalFaults();

	private final Folder folder;

	private final Door door;

	private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

	private final SigningKeys keys;

	private final WebhookSender webhooks;

	private final Queue queue;

	static {
		// Pictures are painted, not shown: no display is needed.
		System.setProperty("java.awt.headless", "true");
	}

	/**
	 * How a simulator is started.
	 *
	 * @param place where it listens
	 * @param key the key that calls must carry
	 * @param folder where requests and files survive a restart, also a killed one; absent
	 * keeps nothing
	 * @param pace how long it takes
	 */
	public record Settings(Place place, String key, @Nullable Path folder, Pace pace) {

		/** On a port of 127.0.0.1; 0 takes any free one. */
		public Settings(int port, String key, @Nullable Path folder, Pace pace) {
			this(Place.here(port), key, folder, pace);
		}

	}

	private FalSimulator(Settings settings) {
		this.key = settings.key();
		this.door = new Door(settings.place(), this::note);
		this.folder = Folder.at(settings.folder());
		Shelf shelf = new Shelf(this.folder.sub("files"));
		FileAddresses addresses = new FileAddresses(this.door.url("/files"), this.door.url("/upload"));
		this.keys = SigningKeys.in(this.folder.sub("keys"));
		this.webhooks = new WebhookSender(this.keys, this.http);
		this.queue = new Queue(models(shelf, addresses), settings.pace(), this.folder.sub("requests"), this.webhooks);
		open(new StorageApi(shelf, addresses, check(), gate()));
	}

	private List<Model> models(Shelf shelf, FileAddresses addresses) {
		Downloads downloads = new Downloads(shelf, addresses, this.http);
		Publisher publisher = new Publisher(shelf, addresses);
		return Stream.of(Trainer.all(downloads, publisher), PictureMaker.all(downloads, publisher))
			.flatMap(List::stream)
			.toList();
	}

	private void open(StorageApi storage) {
		QueueApi requests = new QueueApi(this.queue, queueUrl(), check(), gate(), this.journal);
		this.door.serve("/queue/", requests::answer)
			.serve("/rest/", storage::initiate)
			.serve("/rest/.well-known/jwks.json",
					(call) -> gate().pass(Call.KEYS, null, () -> Reply.json(200, this.keys.jwks())))
			.serve("/upload/", storage::upload)
			.serve("/files/", storage::download)
			.serve("/control/", new ControlApi(this.journal, this.faults, this::requests, this.keys)::answer)
			.open();
		this.queue.resume();
	}

	private KeyCheck check() {
		return new KeyCheck("Key", this.key);
	}

	private FaultGate gate() {
		return new FaultGate(this.faults);
	}

	private void note(Incoming call, Reply reply) {
		if (!call.path().startsWith("/control/")) {
			String body = call.textSoFar();
			this.journal.saw(new FalJournal.Entry(Instant.now(), call.verb(), call.pathWithQuery(),
					call.headersThatBegin("x-fal-"), body.substring(0, Math.min(20_000, body.length())),
					reply.status()));
		}
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
		return this.key;
	}

	public FalJournal journal() {
		return this.journal;
	}

	public FalFaults faults() {
		return this.faults;
	}

	/** From now on webhooks are signed with another key. */
	public void rotateWebhookKey() {
		this.keys.rotate();
	}

	/** Every request accepted so far, oldest first, also from before a restart. */
	public List<SimulatedRequest> requests() {
		return this.queue.requests();
	}

	Path folder() {
		return this.folder.root();
	}

	@Override
	public void close() {
		this.door.close();
		this.queue.close();
		this.webhooks.close();
		this.http.shutdownNow();
		this.folder.close();
	}

}
