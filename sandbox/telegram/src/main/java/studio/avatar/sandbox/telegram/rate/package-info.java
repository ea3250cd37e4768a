/**
 * How much the bot may say in how short a time.
 */
@NullMarked
package studio.avatar.sandbox.telegram.rate;

import org.jspecify.annotations.NullMarked;
