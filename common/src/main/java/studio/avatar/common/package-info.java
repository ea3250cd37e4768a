/**
 * What every service shares: the contract, the one path of a message, files, texts and
 * persistent scheduling.
 */
@NullMarked
package studio.avatar.common;

import org.jspecify.annotations.NullMarked;
