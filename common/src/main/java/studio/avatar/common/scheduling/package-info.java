/**
 * Work that must happen later and must survive a restart: one persistent scheduler for a
 * service.
 */
@NullMarked
package studio.avatar.common.scheduling;

import org.jspecify.annotations.NullMarked;
