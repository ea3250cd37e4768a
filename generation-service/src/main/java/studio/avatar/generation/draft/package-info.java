/**
 * A picture that is being thought about: menu, own prompt, ratio, number of pictures,
 * price.
 */
@NullMarked
package studio.avatar.generation.draft;

import org.jspecify.annotations.NullMarked;
