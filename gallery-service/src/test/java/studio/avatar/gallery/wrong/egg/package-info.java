/** Wrong on purpose, see {@code ArchitectureTests}. */
@NullMarked
package studio.avatar.gallery.wrong.egg;

import org.jspecify.annotations.NullMarked;
