package studio.avatar.sandbox.launch;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionService;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

import studio.avatar.sandbox.backing.Broker;
import studio.avatar.sandbox.backing.Database;
import studio.avatar.sandbox.backing.DatabaseServer;
import studio.avatar.sandbox.provider.FalSimulator;
import studio.avatar.sandbox.provider.LlmSimulator;
import studio.avatar.sandbox.telegram.TelegramSimulator;

/**
 * Everything on this machine: broker, database, simulators and the services, each service
 * in a process of its own. Data stay in the folder.
 */
public final class Sandbox implements AutoCloseable {

	private final SandboxOptions options;

	private final Progress progress;

	private final SandboxFolder folder;

	private final Surroundings surroundings;

	private final List<ServiceProcess> services = new CopyOnWriteArrayList<>();

	private final AtomicBoolean closed = new AtomicBoolean();

	private Sandbox(SandboxOptions options) {
		this.options = options;
		this.progress = new Progress(System.out, options.quiet());
		this.folder = SandboxFolder.take(options.folder(), options.fresh());
		try {
			this.surroundings = new Surroundings(options, this.folder, this.progress);
		}
		catch (RuntimeException ex) {
			this.folder.close();
			throw ex;
		}
	}

	/**
	 * Starts everything and waits until every service is ready.
	 * @throws SandboxException when a part cannot be started; what was started is ended
	 * then
	 */
	public static Sandbox start(SandboxOptions options) {
		Sandbox sandbox = take(options);
		try {
			sandbox.up();
			sandbox.upWithTheConsole();
			return sandbox;
		}
		catch (RuntimeException | Error ex) {
			sandbox.close();
			throw ex;
		}
	}

	/**
	 * Takes the folder and checks the port; {@link #up()} starts what people need, then
	 * {@link #upWithTheConsole()} what operators need. When one of them fails the caller
	 * closes it, or goes on without.
	 */
	static Sandbox take(SandboxOptions options) {
		return new Sandbox(options);
	}

	void up() {
		inThreads(this::start);
	}

	/** Comes last, so that nobody waits for it to chat; nothing when it is not wanted. */
	void upWithTheConsole() {
		inThreads((parts) -> start(parts, ServiceUnit::isConsole));
	}

	private void inThreads(Start start) {
		ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
		try {
			start.of(new ExecutorCompletionService<>(threads));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new SandboxException("Interrupted while starting", ex);
		}
		finally {
			threads.shutdownNow();
		}
	}

	/** What services need comes first and all at once: they would only slow it down. */
	private void start(CompletionService<Void> parts) throws InterruptedException {
		Future<Void> broker = parts.submit(this.surroundings::startBroker, null);
		Future<Void> database = parts.submit(this.surroundings::startDatabase, null);
		Future<Void> jars = parts.submit(() -> this.options.services().parallelStream().forEach(ServiceUnit::unpack),
				null);
		this.surroundings.simulators().start();
		outcome(database);
		outcome(jars);
		outcome(broker);
		for (int part = 0; part < 3; part++) {
			parts.take();
		}
		start(parts, (unit) -> !unit.isConsole());
	}

	private void start(CompletionService<Void> parts, Predicate<ServiceUnit> wanted) throws InterruptedException {
		List<ServiceUnit> units = this.options.services().stream().filter(wanted).toList();
		for (ServiceUnit unit : units) {
			ServiceProcess service = new ServiceProcess(unit, this.surroundings.portOf(unit.name()),
					this.surroundings.environmentOf(unit), this.folder, this.progress);
			this.services.add(service);
			parts.submit(() -> start(service), null);
		}
		for (ServiceUnit unit : units) {
			outcome(parts.take());
		}
	}

	private void start(ServiceProcess service) {
		long begin = System.nanoTime();
		if (this.closed.get()) {
			return;
		}
		service.start();
		service.awaitReady();
		this.progress.ready(service.name(), service.url().toString(), Duration.ofNanos(System.nanoTime() - begin));
	}

	private static void outcome(Future<Void> part) throws InterruptedException {
		try {
			part.get();
		}
		catch (ExecutionException ex) {
			throw (ex.getCause() instanceof RuntimeException cause) ? cause
					: new SandboxException("A part could not be started: " + ex.getCause(), ex);
		}
	}

	/** Base address of the Bot API and of the web chat. */
	public URI telegramUrl() {
		return telegram().url();
	}

	/** Base address of the simulated queue. */
	public URI falUrl() {
		return fal().queueUrl();
	}

	public TelegramSimulator telegram() {
		return this.surroundings.simulators().telegram();
	}

	public FalSimulator fal() {
		return this.surroundings.simulators().fal();
	}

	public LlmSimulator llm() {
		return this.surroundings.simulators().llm();
	}

	public String kafkaBrokers() {
		return this.surroundings.kafkaBrokers();
	}

	public Broker broker() {
		return this.surroundings.broker();
	}

	public DatabaseServer postgres() {
		return this.surroundings.postgres();
	}

	/** How a service of that role reaches its schema. */
	public Database database(String role) {
		return postgres().database(role);
	}

	/**
	 * One service.
	 * @param name for example {@code training-service}
	 */
	public ServiceProcess service(String name) {
		return this.services.stream()
			.filter((service) -> service.name().equals(name))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("No service runs as " + name));
	}

	/**
	 * The password of a person who signs in to the console.
	 * @param name {@code operator} or {@code approver}
	 */
	public String passwordOf(String name) {
		return this.surroundings.operators().orElseThrow().password(name);
	}

	/** Where operators go, and as whom they sign in. */
	String consoleInvitation() {
		String who = this.surroundings.operators()
			.map((own) -> ": sign in as operator / %s, a second person as approver / %s"
				.formatted(own.password(Operators.OPERATOR), own.password(Operators.APPROVER)))
			.orElse("");
		return "Operators: " + service(ServiceUnit.CONSOLE).url() + who;
	}

	/** How long each part took to be ready, by its name. */
	public Map<String, Duration> startTimes() {
		return this.progress.startTimes();
	}

	boolean simulatesTelegram() {
		return this.surroundings.simulators().haveTelegram();
	}

	/** Ends the services in order, then what they talked to; data stay. */
	@Override
	public void close() {
		if (this.closed.compareAndSet(false, true)) {
			this.services.forEach(ServiceProcess::askToEnd);
			this.services.forEach(ServiceProcess::awaitEnd);
			this.surroundings.close();
			this.folder.close();
		}
	}

	/** One stage of the start. */
	@FunctionalInterface
	private interface Start {

		void of(CompletionService<Void> parts) throws InterruptedException;

	}

}
