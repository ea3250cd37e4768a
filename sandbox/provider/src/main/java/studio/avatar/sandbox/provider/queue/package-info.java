/**
 * The provider's queue: submit, status with logs, result and cancel.
 */
@NullMarked
package studio.avatar.sandbox.provider.queue;

import org.jspecify.annotations.NullMarked;
