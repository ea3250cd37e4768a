/**
 * How long the gateway remembers what people wrote: as long as it is of use, no longer.
 */
@NullMarked
package studio.avatar.gateway.retention;

import org.jspecify.annotations.NullMarked;
