/** Wrong on purpose, see {@code ArchitectureTests}. */
@NullMarked
package studio.avatar.gallery.wrong.chicken;

import org.jspecify.annotations.NullMarked;
