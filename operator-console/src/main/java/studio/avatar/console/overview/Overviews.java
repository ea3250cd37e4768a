package studio.avatar.console.overview;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import studio.avatar.common.contract.ServiceName;
import studio.avatar.common.contract.Topic;
import studio.avatar.console.parked.ParkedCounts;

/** Puts the overview together from what was heard and seen. */
@Component
public class Overviews {

	private final Instances instances;

	private final BrokerLooks broker;

	private final Samples samples;

	private final SpendRows spend;

	private final ParkedCounts parked;

	private final OverviewSettings settings;

	private final Clock clock;

	private final Map<Window, History> drawn = new ConcurrentHashMap<>();

	Overviews(Instances instances, BrokerLooks broker, Samples samples, SpendRows spend, ParkedCounts parked,
			OverviewSettings settings, Clock clock) {
		this.instances = instances;
		this.broker = broker;
		this.samples = samples;
		this.spend = spend;
		this.parked = parked;
		this.settings = settings;
		this.clock = clock;
	}

	/** Every consumer there is, with counts of the last ten minutes. */
	public List<ConsumerLook> consumers() {
		return consumers(history(Window.TEN_MINUTES), this.instances.all());
	}

	/**
	 * The lag of each consumer during the last ten minutes, as a path 110 wide and 24
	 * high.
	 */
	public Map<String, String> sparks() {
		History history = history(Window.TEN_MINUTES);
		return history.abouts(Measure.LAG)
			.stream()
			.collect(Collectors.toMap((group) -> group,
					(group) -> Curve.spark(history.level(Measure.LAG, group), history)));
	}

	/** What was drawn a moment ago serves others who look as well. */
	History history(Window window) {
		Instant now = this.clock.instant();
		History history = this.drawn.compute(window,
				(key, last) -> (last != null && now.isBefore(last.now().plus(window.freshness()))) ? last
						: new History(window, now, this.samples.within(window, now)));
		return Objects.requireNonNull(history);
	}

	Overview of(History history) {
		Instant now = this.clock.instant();
		List<SeenInstance> seen = this.instances.all();
		return new Overview(now, history.window().getId(), this.broker.newest().map(BrokerLook::at).orElse(null),
				this.broker.awaySince().orElse(null), services(seen), consumers(history, seen), topics(),
				JobLook.of(newest(seen)), troubles(history), this.parked.open(), this.spend.read(now),
				history.figures());
	}

	private List<ServiceLook> services(List<SeenInstance> seen) {
		Map<String, Long> open = this.parked.openByConsumer();
		return Arrays.stream(ServiceName.values())
			.map((service) -> ServiceLook.of(service.id(), of(seen, service.id()), this.instances.isListening(),
					parked(service, open)))
			.toList();
	}

	private static long parked(ServiceName service, Map<String, Long> open) {
		return open.entrySet()
			.stream()
			.filter((consumer) -> consumer.getKey().startsWith(service.id() + '/'))
			.mapToLong(Map.Entry::getValue)
			.sum();
	}

	private List<TopicLook> topics() {
		return Arrays.stream(Topic.values())
			.filter((topic) -> !topic.isOperators())
			.map((topic) -> new TopicLook(topic.topicName(), this.broker.written(topic.topicName()).orElse(null)))
			.toList();
	}

	private List<ConsumerLook> consumers(History history, List<SeenInstance> seen) {
		return ConsumerGroups.all()
			.keySet()
			.stream()
			.map((group) -> consumer(group, topic(group), history, seen))
			.toList();
	}

	private static @Nullable String topic(String group) {
		Topic topic = ConsumerGroups.catalogue().get(group);
		return (topic != null) ? topic.topicName() : ConsumerGroups.replays().get(group);
	}

	private ConsumerLook consumer(String group, @Nullable String topic, History history, List<SeenInstance> seen) {
		String service = group.substring(0, group.indexOf('/'));
		List<SeenInstance> awake = of(seen, service).stream().filter((instance) -> !instance.silent()).toList();
		int paused = (int) awake.stream()
			.filter((instance) -> instance.consumer(group).map((state) -> state.paused()).orElse(false))
			.count();
		// Whoever reads this is served by a console.
		boolean alive = !awake.isEmpty() || service.equals(ServiceName.CONSOLE.id());
		BrokerLook look = this.broker.newest().orElse(null);
		GroupLag lag = (look != null) ? look.groups().get(group) : null;
		Long waiting = (lag != null) ? lag.waiting() : null;
		ConsumerHealth health = (!alive && !this.instances.isListening()) ? ConsumerHealth.UNKNOWN
				: ConsumerHealth.of(alive, paused > 0, waiting, this.broker.movedAt(group).orElse(null),
						(look != null) ? look.at() : history.now(), this.settings);
		return new ConsumerLook(group, service, topic, waiting, this.broker.read(group).orElse(null), awake.size(),
				paused, history.count(Measure.HANDLED, group), history.count(Measure.DUPLICATE, group),
				history.count(Measure.PARKED, group) + history.count(Measure.UNRECOGNIZED, group), health);
	}

	private static List<TroubleLook> troubles(History history) {
		return history.abouts(Measure.TROUBLE)
			.stream()
			.map((about) -> new TroubleLook(about.substring(0, about.indexOf('/')),
					about.substring(about.indexOf('/') + 1), history.count(Measure.TROUBLE, about)))
			.toList();
	}

	private static List<SeenInstance> of(List<SeenInstance> seen, String service) {
		return seen.stream().filter((instance) -> instance.report().service().equals(service)).toList();
	}

	/**
	 * Of each service the newest report: what it says of the whole service counts once.
	 */
	static Collection<SeenInstance> newest(List<SeenInstance> seen) {
		return seen.stream()
			.collect(Collectors.toMap((instance) -> instance.report().service(), Function.identity(),
					(newest, older) -> newest))
			.values();
	}

}
