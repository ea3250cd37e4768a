package studio.avatar.sandbox.telegram.person;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import studio.avatar.sandbox.telegram.file.StoredFile;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The fields of a message that say what a person sent.
 */
final class Content {

	private Content() {
	}

	static ObjectNode text(String text) {
		return marked(JsonMapper.shared().createObjectNode().put("text", text), "entities", text);
	}

	static ObjectNode photo(List<StoredFile> sizes) {
		ObjectNode content = JsonMapper.shared().createObjectNode();
		ArrayNode photo = content.putArray("photo");
		sizes.forEach((size) -> photo.add(size.asPhotoSize()));
		return content;
	}

	static ObjectNode document(StoredFile file) {
		ObjectNode content = JsonMapper.shared().createObjectNode();
		content.set("document", file.asDocument());
		return content;
	}

	static ObjectNode inAlbum(ObjectNode content, Optional<String> album, @Nullable String caption) {
		album.ifPresent((id) -> content.put("media_group_id", id));
		if (caption == null || caption.isBlank()) {
			return content;
		}
		return content.setAll(caption(caption.strip()));
	}

	static ObjectNode caption(String text) {
		return marked(JsonMapper.shared().createObjectNode().put("caption", text), "caption_entities", text);
	}

	private static ObjectNode marked(ObjectNode content, String field, String text) {
		ArrayNode entities = TypedText.entities(text);
		if (!entities.isEmpty()) {
			content.set(field, entities);
		}
		return content;
	}

}
