package studio.avatar.common.contract;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import static studio.avatar.common.contract.ServiceName.CONSOLE;
import static studio.avatar.common.contract.ServiceName.GALLERY;
import static studio.avatar.common.contract.ServiceName.GATEWAY;
import static studio.avatar.common.contract.ServiceName.GENERATION;
import static studio.avatar.common.contract.ServiceName.TRAINING;

/**
 * The catalogue of topics: who says what to whom, in how many partitions, kept how long.
 * Topics are created from it, bindings are derived from it, and nobody publishes to a
 * topic that does not name them.
 */
public enum Topic {

	/** What people did that concerns avatars. */
	CHAT_TRAINING("chat.training", ChatEvent.class, Set.of(GATEWAY), Set.of(TRAINING)),

	/** What people did that concerns pictures to be made. */
	CHAT_GENERATION("chat.generation", ChatEvent.class, Set.of(GATEWAY), Set.of(GENERATION)),

	/** What people did that concerns pictures that are there. */
	CHAT_GALLERY("chat.gallery", ChatEvent.class, Set.of(GATEWAY), Set.of(GALLERY)),

	/** What chats are to see. */
	CHAT_REPLIES("chat.replies", Reply.class, Set.of(TRAINING, GENERATION, GALLERY), Set.of(GATEWAY)),

	/** What became of avatars. */
	TRAINING_EVENTS("training.events", TrainingEvent.class, Set.of(TRAINING), Set.of(GENERATION, GALLERY)),

	/** What became of generations. */
	GENERATION_EVENTS("generation.events", GenerationEvent.class, Set.of(GENERATION), Set.of(GALLERY)),

	/** What the ledger is asked to do. */
	CREDITS_REQUESTS("credits.requests", CreditsRequest.class, Set.of(TRAINING, GENERATION), Set.of(GATEWAY)),

	/** What the ledger did. */
	CREDITS_EVENTS("credits.events", CreditsEvent.class, Set.of(GATEWAY), Set.of(TRAINING, GENERATION)),

	/** What the provider says about jobs, its signature checked. */
	PROVIDER_CALLBACKS("provider.callbacks", ProviderCallback.class, Set.of(GATEWAY), Set.of(TRAINING, GENERATION),
			Key.JOB),

	/** What operators want of services. */
	OPERATOR_COMMANDS("operator.commands", OperatorCommand.class, Set.of(CONSOLE),
			Set.of(GATEWAY, TRAINING, GENERATION, GALLERY), Key.SERVICE),

	/**
	 * What services tell operators: how they are, and what became of replayed records.
	 */
	OPERATOR_REPORTS("operator.reports", OperatorReport.class, Set.of(GATEWAY, TRAINING, GENERATION, GALLERY),
			Set.of(CONSOLE), Key.SERVICE);

	/**
	 * Enough for several instances of a service; never lowered, since a key's partition
	 * depends on it.
	 */
	private static final int PARTITIONS = 6;

	private static final Duration RETENTION = Duration.ofDays(7);

	private final String topicName;

	private final Class<?> family;

	private final Set<ServiceName> producers;

	private final Set<ServiceName> consumers;

	private final Key key;

	/**
	 * What the records of a topic are about: those about the same thing stay in order.
	 */
	public enum Key {

		/** A chat, by its id. */
		CHAT,
		/** A training run or a generation, by its id. */
		JOB,
		/** A service, by its {@link ServiceName#id()}. */
		SERVICE;

		/** As logs and the event catalogue call it, {@code chatId}. */
		public String word() {
			return switch (this) {
				case CHAT -> "chatId";
				case JOB -> "jobId";
				case SERVICE -> "service";
			};
		}

	}

	Topic(String topicName, Class<?> family, Set<ServiceName> producers, Set<ServiceName> consumers) {
		this(topicName, family, producers, consumers, Key.CHAT);
	}

	Topic(String topicName, Class<?> family, Set<ServiceName> producers, Set<ServiceName> consumers, Key key) {
		this.topicName = topicName;
		this.family = family;
		this.producers = producers;
		this.consumers = consumers;
		this.key = key;
	}

	/** Name on the broker, {@code chat.training}. */
	public String topicName() {
		return this.topicName;
	}

	/** The sealed family whose events it carries. */
	public Class<?> family() {
		return this.family;
	}

	public Set<ServiceName> producers() {
		return this.producers;
	}

	public Set<ServiceName> consumers() {
		return this.consumers;
	}

	public Key key() {
		return this.key;
	}

	public int partitions() {
		return PARTITIONS;
	}

	public Duration retention() {
		return RETENTION;
	}

	/** Name of the function bean that hears it, {@code chatTraining}. */
	public String functionName() {
		String[] words = this.topicName.split("\\.");
		String rest = Arrays.stream(words)
			.skip(1)
			.map((word) -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
			.collect(Collectors.joining());
		return words[0] + rest;
	}

	/** The topics a service hears, in the order of the catalogue. */
	public static List<Topic> heardBy(ServiceName service) {
		return Arrays.stream(values()).filter((topic) -> topic.consumers.contains(service)).toList();
	}

	/**
	 * Whether it is between operators and services: such a topic is no part of anybody's
	 * story, is not archived and cannot be replayed.
	 */
	public boolean isOperators() {
		return this.key == Key.SERVICE;
	}

	/** Where operators put the records that one service is to meet again. */
	public static String replayOf(ServiceName service) {
		return service.id() + ".replay";
	}

	/** Where a service puts the records it could not handle, {@code training.parked}. */
	public static String parkedBy(ServiceName service) {
		return service.id() + ".parked";
	}

}
