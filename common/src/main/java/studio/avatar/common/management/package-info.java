/**
 * Where the health and the figures of a service can be asked for.
 */
@NullMarked
package studio.avatar.common.management;

import org.jspecify.annotations.NullMarked;
