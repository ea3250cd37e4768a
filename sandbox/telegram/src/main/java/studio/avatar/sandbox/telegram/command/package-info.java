/**
 * The command menus the bot set.
 */
@NullMarked
package studio.avatar.sandbox.telegram.command;

import org.jspecify.annotations.NullMarked;
