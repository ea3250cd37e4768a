package studio.avatar.console.overview;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

import studio.avatar.common.contract.ServiceName;
import studio.avatar.common.contract.Topic;

/**
 * How a consumer is.
 *
 * @param consumer its group, {@code gallery/generation.events}
 * @param topic the topic it hears; absent for one that hears many, such as the archive
 * @param waiting records it has not read; absent while the broker has not said
 * @param perSecond records it read a second during the last minute; absent while nobody
 * knows
 * @param instances instances of its service that are not silent
 * @param pausedIn in how many of these the brake is on
 * @param handled records handled within the window of the question
 * @param duplicate records that had been handled before, within the window
 * @param parked records parked within the window, those of an unknown type too
 */
public record ConsumerLook(String consumer, String service, @Nullable String topic, @Nullable Long waiting,
		@Nullable Double perSecond, int instances, int pausedIn, long handled, long duplicate, long parked,
		ConsumerHealth health) {

	/** Whether it reads what operators replay to its service. */
	@JsonIgnore
	public boolean isReplay() {
		return Topic.replayOf(ServiceName.of(this.service)).equals(this.topic);
	}

	/** For addresses within a page. */
	@JsonIgnore
	public String getAnchor() {
		return this.consumer.replaceAll("[^a-z]+", "-");
	}

}
