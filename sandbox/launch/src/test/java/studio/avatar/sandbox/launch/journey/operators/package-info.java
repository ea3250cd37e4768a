/**
 * Operators use the console of a whole Avatar Studio, as it runs in the sandbox, and
 * people live in it meanwhile.
 */
@NullMarked
package studio.avatar.sandbox.launch.journey.operators;

import org.jspecify.annotations.NullMarked;
