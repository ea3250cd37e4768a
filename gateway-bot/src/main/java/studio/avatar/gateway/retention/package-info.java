/**
 * How long the gateway keeps what people wrote and sent: as long as it is of use, no
 * longer.
 */
@NullMarked
package studio.avatar.gateway.retention;

import org.jspecify.annotations.NullMarked;
