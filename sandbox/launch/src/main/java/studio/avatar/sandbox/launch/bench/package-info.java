/**
 * Measurements of the whole: how long people wait, and how much the gateway takes in.
 */
@NullMarked
package studio.avatar.sandbox.launch.bench;

import org.jspecify.annotations.NullMarked;
