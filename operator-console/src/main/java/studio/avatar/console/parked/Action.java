package studio.avatar.console.parked;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What an operator did to a record.
 *
 * @param retryId number of the retry that it began; absent when it was none
 */
record Action(Instant happenedAt, String operator, String what, String reason, @Nullable Long retryId) {
}
