/** How the overview tells how everything is. */
@NullMarked
package studio.avatar.console.overview;

import org.jspecify.annotations.NullMarked;
