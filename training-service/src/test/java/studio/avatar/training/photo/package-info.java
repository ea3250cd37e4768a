/** Tests of what the package of the same name promises. */
@NullMarked
package studio.avatar.training.photo;

import org.jspecify.annotations.NullMarked;
