/**
 * The operators' console of a running sandbox, used by benchmarks and tests as a program
 * uses it.
 */
@NullMarked
package studio.avatar.sandbox.launch.operators;

import org.jspecify.annotations.NullMarked;
