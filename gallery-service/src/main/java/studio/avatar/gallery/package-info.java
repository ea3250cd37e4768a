/**
 * The gallery: what became of a person's generations, to be looked through, liked and
 * deleted.
 */
@NullMarked
package studio.avatar.gallery;

import org.jspecify.annotations.NullMarked;
