/**
 * The archive: every record of every live topic, taken in as it is said, kept by the day
 * and found again.
 */
@NullMarked
package studio.avatar.console.archive;

import org.jspecify.annotations.NullMarked;
