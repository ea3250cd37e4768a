package studio.avatar.console.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

/** Replays as a person reads them in a terminal. */
final class ReplayText {

	private ReplayText() {
	}

	/** One line for a list. */
	static String line(JsonNode replay) {
		return "%s  %-17s  %-34s %15s  %s  %s".formatted(text(replay, "id"), text(replay, "state"),
				text(replay, "consumer"), records(replay.path("records")), text(replay, "plannedAt"),
				text(replay, "plannedBy"));
	}

	/** All that is known of one. */
	static String whole(JsonNode replay) {
		return Stream
			.of(List.of("Replay " + text(replay, "id") + " is " + text(replay, "state"),
					"  to      " + text(replay, "consumer") + " (" + text(replay, "mode") + "), "
							+ records(replay.path("records")),
					"  planned by " + text(replay, "plannedBy") + ": " + text(replay, "reason")),
					optional("  needs approval because ", replay, "approvalNeededBecause"),
					optional("  said    ", replay, "words"), optional("  doing   ", replay, "doing"),
					batch("preview", replay.path("preview")), batch("run", replay.path("run")))
			.flatMap(List::stream)
			.collect(Collectors.joining(System.lineSeparator()));
	}

	/** One line while it goes on. */
	static String progress(JsonNode replay) {
		JsonNode batch = replay.path(text(replay, "state").equals("PREVIEWING") ? "preview" : "run");
		return "%s: %d of %d answered, %d failed".formatted(text(replay, "state"), batch.path("answered").asLong(0),
				replay.path("records").asLong(0), batch.path("failed").asLong(0));
	}

	/** What a selection holds, before anything is kept. */
	static String estimate(JsonNode estimate) {
		String size = records(estimate.path("count")) + (estimate.path("tooMany").asBoolean(false)
				? ", more than the limit of " + estimate.path("limit").asLong(0) : "");
		String sample = estimate.path("sample")
			.valueStream()
			.map((one) -> "  %-34s %-24s %-28s key %s".formatted(text(one, "place"), text(one, "recordedAt"),
					text(one, "type"), text(one, "key")))
			.collect(Collectors.joining(System.lineSeparator()));
		return sample.isEmpty() ? size : size + ", among them:" + System.lineSeparator() + sample;
	}

	private static String records(JsonNode count) {
		return count.asLong(0) + (count.asLong(0) == 1 ? " record" : " records");
	}

	private static List<String> batch(String name, JsonNode batch) {
		if (!batch.isObject()) {
			return List.of();
		}
		JsonNode sums = batch.path("sums");
		return Stream
			.of(Stream.of("  %-7s %d answered, %d failed".formatted(name, batch.path("answered").asLong(0),
					batch.path("failed").asLong(0))),
					sums.path("results").propertyStream().map((result) -> count(result.getKey(), result)),
					sums.path("events")
						.valueStream()
						.map((event) -> "          event %s: %d".formatted(text(event, "type"),
								event.path("events").asLong(0))),
					amount(sums, "creditsHeld", "credits held"), amount(sums, "creditsMoved", "credits moved"),
					sums.path("paidCalls")
						.valueStream()
						.map((call) -> "          paid call %s: %d"
							.formatted(text(call, "kind"), call.path("calls").asLong(0))),
					amount(sums, "chats", "chats spoken to"),
					sums.path("failures")
						.valueStream()
						.map((failure) -> "          %d times %s: %s".formatted(failure.path("records").asLong(0),
								text(failure, "cause"), text(failure, "message"))))
			.flatMap((lines) -> lines)
			.toList();
	}

	private static String count(String name, Map.Entry<String, JsonNode> result) {
		return "          %s: %d".formatted(name.toLowerCase(Locale.ROOT).replace('_', ' '),
				result.getValue().asLong(0));
	}

	private static Stream<String> amount(JsonNode sums, String field, String name) {
		long amount = sums.path(field).asLong(0);
		return (amount != 0) ? Stream.of("          %s: %d".formatted(name, amount)) : Stream.empty();
	}

	private static List<String> optional(String before, JsonNode replay, String field) {
		String words = text(replay, field);
		return words.isEmpty() ? List.of() : List.of(before + words);
	}

	// What the console was told by others must not steer a terminal.
	static String text(JsonNode node, String field) {
		return node.path(field).asString("").replaceAll("[\\p{Cc}\\p{Cf}]", " ");
	}

}
