package studio.avatar.training.run;

import java.time.Instant;
import java.util.UUID;

/**
 * What was asked for when a run was paid; never changes.
 *
 * @param id of the run, and of its hold
 * @param locale and {@code timeZone}: how to speak with the person
 * @param price credits to hold
 * @param profile name of the provider profile
 * @param steps training steps
 * @param trigger trigger phrase, {@code TOK_} and 8 hex digits
 * @param correlationId the chat update it goes back to
 * @param traceparent where in the trace it was asked for
 */
record RunOrder(UUID id, UUID avatarId, long chatId, long userId, String locale, String timeZone, int price,
		String profile, int steps, String trigger, String correlationId, String traceparent, Instant requestedAt) {
}
