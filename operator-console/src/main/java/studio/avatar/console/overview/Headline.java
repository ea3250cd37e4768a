package studio.avatar.console.overview;

import java.util.List;

/**
 * The one sentence an operator reads first.
 *
 * @param tone colour of the notice: good, warn, bad or none
 */
record Headline(String words, String tone) {

	static Headline of(Overview overview) {
		if (overview.brokerAwaySince() != null) {
			return new Headline("The broker does not answer. Figures about lag and rates are as old as said below.",
					"bad");
		}
		if (!overview.getTroubled().isEmpty()) {
			return new Headline(troubled(overview.getTroubled()), "bad");
		}
		if (overview.jobs().stuckNow() > 0) {
			return new Headline(count(overview.jobs().stuckNow(), "job stands still", "jobs stand still")
					+ " longer than expected.", "warn");
		}
		if (overview.services().stream().anyMatch(ServiceLook::awaited)) {
			return new Headline("The console has just begun to listen and has not heard of everybody yet.", "");
		}
		return consumers(overview.consumers());
	}

	private static String troubled(List<ConsumerLook> troubled) {
		List<String> stuck = names(troubled, ConsumerHealth.STUCK);
		List<String> silent = troubled.stream()
			.filter((consumer) -> consumer.health() == ConsumerHealth.NOBODY)
			.map(ConsumerLook::service)
			.distinct()
			.toList();
		String first = stuck.isEmpty() ? "" : "Stuck: " + String.join(", ", stuck) + ". ";
		return (first + (silent.isEmpty() ? "" : "No instance to be heard of: " + String.join(", ", silent) + "."))
			.strip();
	}

	private static Headline consumers(List<ConsumerLook> consumers) {
		List<String> paused = names(consumers, ConsumerHealth.PAUSED);
		List<String> behind = names(consumers, ConsumerHealth.BEHIND);
		if (!paused.isEmpty() || !behind.isEmpty()) {
			String words = (paused.isEmpty() ? "" : "Paused: " + String.join(", ", paused) + ". ")
					+ (behind.isEmpty() ? "" : "Behind: " + String.join(", ", behind) + ".");
			return new Headline(words.strip(), "warn");
		}
		return consumers.stream().anyMatch((consumer) -> consumer.health() == ConsumerHealth.UNKNOWN)
				? new Headline("The broker has not yet said how far everybody is.", "")
				: new Headline("All " + consumers.size() + " consumers keep up.", "good");
	}

	private static List<String> names(List<ConsumerLook> consumers, ConsumerHealth health) {
		return consumers.stream()
			.filter((consumer) -> consumer.health() == health)
			.map(ConsumerLook::consumer)
			.toList();
	}

	private static String count(long count, String one, String many) {
		return count + " " + ((count == 1) ? one : many);
	}

}
