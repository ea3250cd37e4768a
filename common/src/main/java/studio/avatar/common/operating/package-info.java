/**
 * What operators may do to a running service, and what it tells them of itself: the
 * brake, and how each instance is. It exists because every service is operated in the
 * same way.
 */
@NullMarked
package studio.avatar.common.operating;

import org.jspecify.annotations.NullMarked;
