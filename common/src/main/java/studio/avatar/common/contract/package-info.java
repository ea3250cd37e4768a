/**
 * The vocabulary of the system: one sealed family of events for each topic, and the
 * catalogue of topics. Depends on nothing but annotations, so that it can be read, and
 * one day published, alone.
 */
@NullMarked
package studio.avatar.common.contract;

import org.jspecify.annotations.NullMarked;
