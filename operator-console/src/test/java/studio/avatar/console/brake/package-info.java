/** How the brake is pulled and released. */
@NullMarked
package studio.avatar.console.brake;

import org.jspecify.annotations.NullMarked;
