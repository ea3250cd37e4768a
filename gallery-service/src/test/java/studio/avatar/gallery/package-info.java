/** Stories about the gallery, told from a person's side. */
@NullMarked
package studio.avatar.gallery;

import org.jspecify.annotations.NullMarked;
