package studio.avatar.console.replay;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import studio.avatar.common.messaging.Place;

/**
 * A record that brings its own bytes, since it comes from elsewhere than the archive.
 *
 * @param place where it stood first
 * @param headers as text; only those of CloudEvents go along
 */
public record RecordToReplay(Place place, byte @Nullable [] key, byte @Nullable [] value, Map<String, String> headers) {

	public RecordToReplay {
		headers = Map.copyOf(headers);
	}

}
