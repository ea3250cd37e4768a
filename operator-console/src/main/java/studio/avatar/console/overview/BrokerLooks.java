package studio.avatar.console.overview;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The broker as it was seen during the last minute, and since when it does not answer.
 */
@Component
class BrokerLooks {

	private static final Duration REMEMBERED = Duration.ofMinutes(1);

	private final Deque<BrokerLook> looks = new ArrayDeque<>();

	private final Map<String, Instant> moved = new HashMap<>();

	private @Nullable Instant awaySince;

	/** The broker answered. */
	synchronized void add(BrokerLook look) {
		this.awaySince = null;
		look.groups().forEach((group, lag) -> {
			GroupLag before = newest().map((last) -> last.groups().get(group)).orElse(null);
			if (before == null || before.read() != lag.read() || lag.waiting() == 0) {
				this.moved.put(group, look.at());
			}
		});
		this.looks.addLast(look);
		this.looks.removeIf((old) -> old.at().isBefore(look.at().minus(REMEMBERED)));
	}

	/** The broker did not answer; what it said last stays. */
	synchronized void failed(Instant at) {
		if (this.awaySince == null) {
			this.awaySince = at;
		}
	}

	/** What it said last; empty when it never answered. */
	synchronized Optional<BrokerLook> newest() {
		return Optional.ofNullable(this.looks.peekLast());
	}

	/** Since when it does not answer; empty while it does. */
	synchronized Optional<Instant> awaySince() {
		return Optional.ofNullable(this.awaySince);
	}

	/** When a group last read something, or had nothing to read. */
	synchronized Optional<Instant> movedAt(String group) {
		return Optional.ofNullable(this.moved.get(group));
	}

	/** Records a second that were put on a topic during the last minute. */
	synchronized Optional<Double> written(String topic) {
		return rise((look) -> look.ends().get(topic));
	}

	/** Records a second that a group read during the last minute. */
	synchronized Optional<Double> read(String group) {
		return rise((look) -> Optional.ofNullable(look.groups().get(group)).map(GroupLag::read).orElse(null));
	}

	private Optional<Double> rise(Function<BrokerLook, @Nullable Long> figure) {
		BrokerLook first = this.looks.stream().filter((look) -> figure.apply(look) != null).findFirst().orElse(null);
		BrokerLook last = this.looks.peekLast();
		if (first == null || last == null || !last.at().isAfter(first.at())) {
			return Optional.empty();
		}
		Long from = figure.apply(first);
		Long to = figure.apply(last);
		double seconds = Duration.between(first.at(), last.at()).toMillis() / 1_000.0;
		return (from == null || to == null || to < from) ? Optional.empty() : Optional.of((to - from) / seconds);
	}

}
