/**
 * Who talks to the bot, in which language, and whether they still want to hear from it.
 */
@NullMarked
package studio.avatar.gateway.person;

import org.jspecify.annotations.NullMarked;
