package studio.avatar.common.probe;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import studio.avatar.common.contract.ChatEvent;
import studio.avatar.common.contract.ChatEvent.CommandIssued;
import studio.avatar.common.contract.GenerationEvent;
import studio.avatar.common.contract.Origin;
import studio.avatar.common.contract.TrainingEvent;
import studio.avatar.common.messaging.Envelope;
import studio.avatar.common.messaging.MessageCounters;
import studio.avatar.common.messaging.MessageCounters.Outcome;
import studio.avatar.common.messaging.Outbox;
import studio.avatar.sandbox.backing.Backing;
import studio.avatar.sandbox.backing.Database;

/** One running instance of the probe service, which speaks and hears as the gallery. */
public final class Probe implements AutoCloseable {

	/** How the probe is called in the inbox, in counters and on parked records. */
	public static final String CONSUMER = "gallery/chat.gallery";

	private static final AtomicLong CHATS = new AtomicLong(7_000_000);

	private final ConfigurableApplicationContext context;

	private final MessageCounters counters;

	private Probe(ConfigurableApplicationContext context) {
		this.context = context;
		this.counters = context.getBean(MessageCounters.class);
	}

	/** Starts on the broker and the database server that all tests share. */
	public static Probe start(String schema, Behaviour behaviour) {
		Backing backing = Backing.shared();
		return start(backing.kafkaBrokers(), backing.database(schema), behaviour);
	}

	/** Starts on a broker and a database of the test's own. */
	public static Probe start(String brokers, Database database, Behaviour behaviour) {
		return start(brokers, database, behaviour, Map.of(), (context) -> {
		});
	}

	/**
	 * Starts anywhere.
	 * @param more settings beside, or instead of, those of studio-common.yml
	 * @param beans registers further beans
	 */
	public static Probe start(String brokers, Database database, Behaviour behaviour, Map<String, String> more,
			Consumer<GenericApplicationContext> beans) {
		Map<String, String> settings = new LinkedHashMap<>(Map.of("spring.config.import", "classpath:studio-common.yml",
				"studio.service", "gallery", "KAFKA_BROKERS", brokers, "DATABASE_URL", database.jdbcUrl(),
				"DATABASE_USER", database.user(), "DATABASE_PASSWORD", database.password(), "MEDIA_FOLDER",
				"target/media", "spring.main.banner-mode", "off"));
		settings.putAll(more);
		return new Probe(new SpringApplicationBuilder(ProbeApplication.class).initializers((context) -> {
			GenericApplicationContext generic = (GenericApplicationContext) context;
			generic.registerBean(Behaviour.class, () -> behaviour);
			beans.accept(generic);
		})
			.run(settings.entrySet()
				.stream()
				.map((set) -> "--" + set.getKey() + '=' + set.getValue())
				.toArray(String[]::new)));
	}

	/** A chat that no other test of this JVM uses. */
	public static long freshChat() {
		return CHATS.incrementAndGet();
	}

	/** A command in a chat; the command tells events of one chat apart. */
	public static CommandIssued command(long chatId, String command) {
		return new CommandIssued(new Origin(chatId, chatId, "en", "UTC", null), command, "");
	}

	/** What a command event said. */
	public static String commandOf(Envelope<ChatEvent> envelope) {
		return ((CommandIssued) envelope.event()).command();
	}

	public <T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	/** Does something in a transaction of the probe's. */
	public void inTransaction(Consumer<Outbox> work) {
		new TransactionTemplate(bean(PlatformTransactionManager.class))
			.executeWithoutResult((status) -> work.accept(bean(Outbox.class)));
	}

	/** The counters of chat events so far; they can be read after the end too. */
	public Counts counts() {
		return new Counts(count(Outcome.RECEIVED), count(Outcome.HANDLED), count(Outcome.DUPLICATE),
				count(Outcome.UNRECOGNIZED), count(Outcome.PARKED));
	}

	private long count(Outcome outcome) {
		return this.counters.get(CONSUMER, outcome);
	}

	@Override
	public void close() {
		this.context.close();
	}

	/** What a chat event does, inside the transaction of its handling. */
	@FunctionalInterface
	public interface Behaviour {

		void on(Envelope<ChatEvent> envelope, Outbox outbox);

		/** Whether chat events wait behind a parked one of their chat. */
		default boolean inOrder() {
			return false;
		}

		/** What a training event does; heard as by a consumer that remembers. */
		default void onTraining(Envelope<TrainingEvent> envelope, Outbox outbox) {
		}

		/** What a generation event does; heard as by a projection. */
		default void onGeneration(Envelope<GenerationEvent> envelope, Outbox outbox) {
		}

	}

	/** The five counters of one consumer. */
	public record Counts(long received, long handled, long duplicate, long unrecognized, long parked) {

		/** The law of conservation, once the consumer is at rest. */
		public boolean balanced() {
			return this.received == this.handled + this.duplicate + this.unrecognized + this.parked;
		}

		public Counts minus(Counts before) {
			return new Counts(this.received - before.received, this.handled - before.handled,
					this.duplicate - before.duplicate, this.unrecognized - before.unrecognized,
					this.parked - before.parked);
		}

		public Counts plus(Counts other) {
			return new Counts(this.received + other.received, this.handled + other.handled,
					this.duplicate + other.duplicate, this.unrecognized + other.unrecognized,
					this.parked + other.parked);
		}

	}

}
