/**
 * People use the whole of Avatar Studio, as it runs in the sandbox.
 */
@NullMarked
package studio.avatar.sandbox.launch.journey;

import org.jspecify.annotations.NullMarked;
