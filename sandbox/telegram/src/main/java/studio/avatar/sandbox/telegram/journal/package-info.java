/**
 * What the bot called, in order, for tests and measurements to read.
 */
@NullMarked
package studio.avatar.sandbox.telegram.journal;

import org.jspecify.annotations.NullMarked;
