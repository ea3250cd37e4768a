/** The promises of the persistent schedule, kept on a real database. */
@NullMarked
package studio.avatar.common.scheduling;

import org.jspecify.annotations.NullMarked;
