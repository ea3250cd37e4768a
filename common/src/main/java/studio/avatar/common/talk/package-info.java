/**
 * One turn of a conversation and the words of it. It exists because every service that
 * owns screens answers people, and a person shall not notice which of them does.
 */
@NullMarked
package studio.avatar.common.talk;

import org.jspecify.annotations.NullMarked;
