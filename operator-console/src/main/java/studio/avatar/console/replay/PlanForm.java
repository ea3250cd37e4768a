package studio.avatar.console.replay;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import studio.avatar.console.archive.OffsetWindow;
import studio.avatar.console.archive.UnusableSearch;

/**
 * A plan as it stands in the form: everything text, since people write it. Times are UTC.
 *
 * @param token the id that the plan gets: a form that is sent twice makes one plan
 */
record PlanForm(@Nullable String consumer, @Nullable String mode, @Nullable List<String> topics, @Nullable String types,
		@Nullable String chat, @Nullable String correlationId, @Nullable String eventId, @Nullable String from,
		@Nullable String to, @Nullable String text, @Nullable String offsetTopic, @Nullable String partition,
		@Nullable String fromOffset, @Nullable String toOffset, @Nullable String records, @Nullable String reason,
		@Nullable Boolean force, @Nullable UUID token) {

	/** The same as the API would be given. */
	PlanWish wish() {
		String target = (this.consumer != null) ? this.consumer : "";
		return new PlanWish(target, this.mode,
				new Selection(this.topics, words(this.types), this.chat, this.correlationId, this.eventId,
						time(this.from), time(this.to), this.text, offsets(), words(this.records)),
				this.reason, this.force);
	}

	private @Nullable OffsetWindow offsets() {
		if (isBlank(this.offsetTopic) && isBlank(this.fromOffset) && isBlank(this.toOffset)) {
			return null;
		}
		try {
			return new OffsetWindow(String.valueOf(this.offsetTopic).strip(),
					Math.toIntExact(number(this.partition, 0)), number(this.fromOffset, 0),
					number(this.toOffset, Long.MAX_VALUE));
		}
		catch (UnusableSearch | ArithmeticException ex) {
			throw ReplayRefused.nonsense(String.valueOf(ex.getMessage()));
		}
	}

	private static long number(@Nullable String text, long otherwise) {
		try {
			return isBlank(text) ? otherwise : Long.parseLong(String.valueOf(text).strip());
		}
		catch (NumberFormatException ex) {
			throw ReplayRefused.nonsense("“%s” is no whole number.".formatted(text));
		}
	}

	/** As a browser's field for times writes it, or as ISO 8601 says it. */
	private static @Nullable Instant time(@Nullable String text) {
		if (isBlank(text)) {
			return null;
		}
		String written = String.valueOf(text).strip();
		try {
			return written.endsWith("Z") ? Instant.parse(written)
					: LocalDateTime.parse(written.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
		}
		catch (DateTimeParseException ex) {
			throw ReplayRefused.nonsense("“%s” is no time; one looks like 2026-11-22T18:03.".formatted(written));
		}
	}

	private static List<String> words(@Nullable String text) {
		return isBlank(text) ? List.of()
				: Arrays.stream(String.valueOf(text).split("[\\s,]+")).filter((word) -> !word.isBlank()).toList();
	}

	private static boolean isBlank(@Nullable String text) {
		return text == null || text.isBlank();
	}

}
