/**
 * Generations: paid work at the provider, from the wish to the pictures in the chat.
 */
@NullMarked
package studio.avatar.generation.generation;

import org.jspecify.annotations.NullMarked;
