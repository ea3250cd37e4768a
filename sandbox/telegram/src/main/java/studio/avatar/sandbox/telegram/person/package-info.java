/**
 * What people do in a chat.
 */
@NullMarked
package studio.avatar.sandbox.telegram.person;

import org.jspecify.annotations.NullMarked;
