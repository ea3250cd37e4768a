package studio.avatar.console.audit;

import java.time.Instant;
import java.util.Map;

/**
 * One thing an operator did.
 *
 * @param id grows with every entry
 * @param at when it was written down
 * @param who the name of whoever did it
 * @param what what was done, in words
 * @param about what it was done to
 * @param details what else is worth knowing
 */
public record AuditEntry(long id, Instant at, String who, String what, String about, Map<String, Object> details) {
}
