package studio.avatar.console.explorer;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A page of events.
 *
 * @param events newest first
 * @param next what to give as {@code after} for the next page; absent on the last
 */
record EventPage(List<EventLine> events, @Nullable String next) {
}
