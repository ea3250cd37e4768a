package studio.avatar.console.overview;

import org.jspecify.annotations.Nullable;

/**
 * How busy a topic is.
 *
 * @param perSecond records put on it a second during the last minute; absent while nobody
 * knows
 */
public record TopicLook(String topic, @Nullable Double perSecond) {
}
