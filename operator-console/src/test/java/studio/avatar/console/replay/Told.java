package studio.avatar.console.replay;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Listens to what replays tell other features. */
@Component
class Told {

	private final List<Object> events = new CopyOnWriteArrayList<>();

	@EventListener
	void on(ReplayItemsSettled settled) {
		this.events.addAll(settled.items());
	}

	@EventListener
	void on(ReplayEnded ended) {
		this.events.add(ended);
	}

	List<ReplayItemSettled> settled(UUID replayId) {
		return this.events.stream()
			.filter(ReplayItemSettled.class::isInstance)
			.map(ReplayItemSettled.class::cast)
			.filter((settled) -> settled.replayId().equals(replayId))
			.toList();
	}

	List<String> ended(UUID replayId) {
		return this.events.stream()
			.filter(ReplayEnded.class::isInstance)
			.map(ReplayEnded.class::cast)
			.filter((ended) -> ended.replayId().equals(replayId))
			.map(ReplayEnded::state)
			.toList();
	}

}
