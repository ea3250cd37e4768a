/**
 * The simulator's journal, faults and requests for tests in another process.
 */
@NullMarked
package studio.avatar.sandbox.provider.control;

import org.jspecify.annotations.NullMarked;
