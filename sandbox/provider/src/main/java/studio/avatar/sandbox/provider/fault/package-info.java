/**
 * Where a call meets the fault that waits for it.
 */
@NullMarked
package studio.avatar.sandbox.provider.fault;

import org.jspecify.annotations.NullMarked;
