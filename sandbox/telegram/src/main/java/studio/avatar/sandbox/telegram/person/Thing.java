package studio.avatar.sandbox.telegram.person;

import java.util.List;
import java.util.Locale;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What people send beside texts, photos and files, with the fields Telegram gives it. Its
 * file cannot be downloaded here.
 */
public enum Thing {

	STICKER("""
			{"width": 512, "height": 512, "type": "regular", "is_animated": false, "is_video": false, "emoji": "👍"}"""),

	VOICE("""
			{"duration": 3, "mime_type": "audio/ogg", "file_size": 12345}"""),

	VIDEO("""
			{"width": 640, "height": 480, "duration": 5, "mime_type": "video/mp4", "file_size": 345678}"""),

	VIDEO_NOTE("""
			{"length": 240, "duration": 5, "file_size": 45678}"""),

	ANIMATION(
			"""
					{"width": 320, "height": 240, "duration": 2, "file_name": "cat.mp4", "mime_type": "video/mp4", "file_size": 4567}"""),

	AUDIO("""
			{"duration": 180, "title": "A song", "mime_type": "audio/mpeg", "file_size": 3456789}"""),

	CONTACT("""
			{"phone_number": "+10000000000", "first_name": "Bella"}"""),

	LOCATION("""
			{"latitude": 55.75, "longitude": 37.61}"""),

	DICE("""
			{"emoji": "🎲", "value": 4}""");

	private final String content;

	Thing(String content) {
		this.content = content;
	}

	/** Telegram gives an animation as a document, too. */
	ObjectNode message() {
		ObjectNode message = JsonMapper.shared().createObjectNode();
		message.set(field(), content());
		if (this == ANIMATION) {
			message.set("document", content().remove(List.of("width", "height", "duration")));
		}
		return message;
	}

	private ObjectNode content() {
		ObjectNode fields = (ObjectNode) JsonMapper.shared().readTree(this.content);
		return hasFile() ? fields.put("file_id", "sandbox-" + field()).put("file_unique_id", "unique-" + field())
				: fields;
	}

	private boolean hasFile() {
		return this != CONTACT && this != LOCATION && this != DICE;
	}

	private String field() {
		return name().toLowerCase(Locale.ROOT);
	}

}
