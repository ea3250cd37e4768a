/**
 * Claims about the provider simulators, tried over real HTTP.
 */
@NullMarked
package studio.avatar.sandbox.provider;

import org.jspecify.annotations.NullMarked;
