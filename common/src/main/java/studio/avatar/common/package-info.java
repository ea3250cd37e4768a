/**
 * What every service shares: the contract, the one path of a message, the turns of a
 * conversation and their words, credits, files, the provider and persistent scheduling.
 */
@NullMarked
package studio.avatar.common;

import org.jspecify.annotations.NullMarked;
