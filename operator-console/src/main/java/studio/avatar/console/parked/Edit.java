package studio.avatar.console.parked;

import java.util.List;

/**
 * A new event that an operator made from a record.
 *
 * @param eventId id of the new event
 */
record Edit(long retryId, String eventId, List<LineDifference.Line> difference) {
}
