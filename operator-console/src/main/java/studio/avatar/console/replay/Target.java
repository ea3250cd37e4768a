package studio.avatar.console.replay;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import studio.avatar.common.contract.ServiceName;
import studio.avatar.common.contract.Topic;

import static studio.avatar.common.contract.ServiceName.GENERATION;
import static studio.avatar.common.contract.ServiceName.TRAINING;

/**
 * Who is to meet records again.
 *
 * @param service a service that does business; nobody replays to the console
 * @param topic one topic it hears, which makes it one consumer; absent when each record
 * goes to the consumer of its own topic
 */
public record Target(ServiceName service, @Nullable Topic topic) {

	/** What is said on these leads to credits or to paid calls, whoever hears it. */
	private static final Set<Topic> MONEY = EnumSet.of(Topic.CREDITS_REQUESTS, Topic.CREDITS_EVENTS);

	/** And on these, where the one who hears it pays a provider. */
	private static final Set<Topic> PAID_WORK = EnumSet.of(Topic.CHAT_TRAINING, Topic.CHAT_GENERATION,
			Topic.PROVIDER_CALLBACKS);

	/** What the services' own bindings declare as projections. */
	private static final Map<ServiceName, Set<Topic>> PROJECTIONS = Map.of(ServiceName.GALLERY,
			EnumSet.of(Topic.TRAINING_EVENTS, Topic.GENERATION_EVENTS, Topic.CHAT_GALLERY), ServiceName.GENERATION,
			EnumSet.of(Topic.TRAINING_EVENTS));

	public Target {
		if (service == ServiceName.CONSOLE) {
			throw new ReplayRefused("Nobody replays to the console.");
		}
		if (topic != null && !heardBy(service).contains(topic)) {
			throw new ReplayRefused("%s does not hear %s.".formatted(service.id(), topic.topicName()));
		}
	}

	/**
	 * Reads {@code gallery/generation.events}, or {@code gallery} for a whole service.
	 * @throws ReplayRefused when there is no such consumer
	 */
	public static Target of(String text) {
		String[] parts = text.strip().split("/", 2);
		return new Target(service(parts[0]), (parts.length > 1) ? topic(parts[1]) : null);
	}

	/**
	 * The topics whose records it meets; of a whole service those that fill projections.
	 */
	public List<Topic> topics() {
		return (this.topic != null) ? List.of(this.topic) : projectionsOf(this.service);
	}

	/** Services of which something can be rebuilt. */
	static List<ServiceName> rebuildable() {
		return List.of(ServiceName.values()).stream().filter((service) -> !projectionsOf(service).isEmpty()).toList();
	}

	/** Whether all it meets fills projections, which alone may be filled again. */
	boolean canBeRebuilt() {
		return !topics().isEmpty() && projectionsOf(this.service).containsAll(topics());
	}

	private static List<Topic> projectionsOf(ServiceName service) {
		Set<Topic> projections = PROJECTIONS.getOrDefault(service, Set.of());
		return heardBy(service).stream().filter(projections::contains).toList();
	}

	/** Every consumer there is, in the order of the catalogue. */
	static List<Target> all() {
		return List.of(ServiceName.values())
			.stream()
			.filter((service) -> service != ServiceName.CONSOLE)
			.flatMap((service) -> heardBy(service).stream().map((topic) -> new Target(service, topic)))
			.toList();
	}

	/** Whether what it handles may lead to credits moved or a provider paid. */
	boolean concernsMoney() {
		boolean pays = this.service == TRAINING || this.service == GENERATION;
		return topics().stream().anyMatch((heard) -> MONEY.contains(heard) || (pays && PAID_WORK.contains(heard)));
	}

	/** The consumer of a record, {@code gallery/generation.events}. */
	String consumerOf(String topicName) {
		return this.service.id() + '/' + topicName;
	}

	@Override
	public String toString() {
		return (this.topic != null) ? consumerOf(this.topic.topicName()) : this.service.id();
	}

	private static List<Topic> heardBy(ServiceName service) {
		return Topic.heardBy(service).stream().filter((topic) -> !topic.isOperators()).toList();
	}

	private static ServiceName service(String id) {
		try {
			return ServiceName.of(id);
		}
		catch (IllegalArgumentException ex) {
			throw new ReplayRefused("No service is called “%s”.".formatted(id));
		}
	}

	private static Topic topic(String name) {
		for (Topic topic : Topic.values()) {
			if (topic.topicName().equals(name)) {
				return topic;
			}
		}
		throw new ReplayRefused("No topic is called “%s”.".formatted(name));
	}

}
