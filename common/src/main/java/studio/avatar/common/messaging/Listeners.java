package studio.avatar.common.messaging;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.springframework.kafka.listener.AbstractMessageListenerContainer;

/**
 * The listeners of this instance by their consumers' names, with a brake on each. A
 * listener that is made while its consumer is paused does not take a single record.
 */
public class Listeners {

	private final Map<String, AbstractMessageListenerContainer<?, ?>> containers = new HashMap<>();

	private Set<String> paused = Set.of();

	/**
	 * A paused listener finishes the record it is at, and hands on none of the others it
	 * has.
	 */
	synchronized void add(String consumer, AbstractMessageListenerContainer<?, ?> container) {
		container.getContainerProperties().setPauseImmediate(true);
		this.containers.put(consumer, container);
		obey(consumer, container);
	}

	/** Pauses these consumers and lets all others read. */
	public synchronized void pauseOnly(Set<String> consumers) {
		this.paused = Set.copyOf(consumers);
		this.containers.forEach(this::obey);
	}

	/** Whether it stands: the brake is on, and the record it was at is done. */
	public synchronized boolean isPaused(String consumer) {
		AbstractMessageListenerContainer<?, ?> container = this.containers.get(consumer);
		return this.paused.contains(consumer) && container != null && container.isContainerPaused();
	}

	private void obey(String consumer, AbstractMessageListenerContainer<?, ?> container) {
		if (this.paused.contains(consumer) == container.isPauseRequested()) {
			return;
		}
		if (this.paused.contains(consumer)) {
			container.pause();
		}
		else {
			container.resume();
		}
	}

}
