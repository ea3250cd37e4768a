/**
 * From a person's words to the prompt that the provider gets; pure functions.
 */
@NullMarked
package studio.avatar.generation.prompt;

import org.jspecify.annotations.NullMarked;
