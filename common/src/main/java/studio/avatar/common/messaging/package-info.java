/**
 * The one path of a message: topic, binding, handler in one transaction with inbox and
 * outbox, relay, topic.
 */
@NullMarked
package studio.avatar.common.messaging;

import org.jspecify.annotations.NullMarked;
