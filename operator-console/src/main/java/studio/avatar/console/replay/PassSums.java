package studio.avatar.console.replay;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What came, or would come, of a pass: how many records of each outcome, effects by kind
 * with sums, failures by root cause.
 *
 * @param results how many records of each outcome that there was
 * @param samples the first records of each outcome
 * @param chats how many chats it speaks to
 * @param someChats ids of the first of them
 */
public record PassSums(Map<ItemResult, Long> results, Map<ItemResult, List<SampleItem>> samples, List<EventSum> events,
		long creditsHeld, long creditsMoved, List<PaidSum> paidCalls, long chats, List<Long> someChats,
		List<FailureSum> failures) {

	private static final String RELEASE = "credits.release";

	private static final Set<String> CREDITS_ASKED_FOR = Set.of("credits.hold", "credits.capture", RELEASE);

	/** How many chats are listed; the count says the rest. */
	static final int MOST_CHATS = 200;

	/** How many records stand for a group. */
	static final int SAMPLES = 5;

	/** Whether somebody's credits or our own money are concerned. */
	public boolean concernsMoney() {
		return this.creditsHeld > 0 || this.creditsMoved > 0 || !this.paidCalls.isEmpty()
				|| this.events.stream().anyMatch((event) -> CREDITS_ASKED_FOR.contains(event.type()));
	}

	/** How often it asks to give credits back; who asks does not say how many. */
	public long releases() {
		return this.events.stream().filter((event) -> event.type().equals(RELEASE)).mapToLong(EventSum::events).sum();
	}

	/** The same without anything that leads to a person or a record. */
	PassSums numbers() {
		return new PassSums(this.results, Map.of(), this.events, this.creditsHeld, this.creditsMoved, this.paidCalls,
				this.chats, List.of(), this.failures.stream().map(FailureSum::numbers).toList());
	}

	/** Records with an outcome. */
	public long answered() {
		return this.results.values().stream().mapToLong(Long::longValue).sum();
	}

	/** Events of one wire name, and how many records they would come from. */
	public record EventSum(String type, long events, long records) {
	}

	/** Calls of one kind of work that cost money. */
	public record PaidSum(String kind, long calls, long records) {
	}

	/** Failures of one kind at one place in our code. */
	public record FailureSum(String cause, String message, String fingerprint, long records, List<SampleItem> samples) {

		FailureSum numbers() {
			return new FailureSum(this.cause, "", this.fingerprint, this.records, List.of());
		}

	}

	/** A record that stands for others. */
	public record SampleItem(long item, String topic, int partition, long offset) {
	}

}
