/**
 * Whether the measurements measure what they say.
 */
@NullMarked
package studio.avatar.sandbox.launch.bench;

import org.jspecify.annotations.NullMarked;
