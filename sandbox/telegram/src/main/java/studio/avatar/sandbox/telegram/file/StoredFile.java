package studio.avatar.sandbox.telegram.file;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One downloadable file: a document, or one size of a photo.
 *
 * @param path below the file address of the bot, for example {@code photos/file_3.jpg}
 * @param size bytes
 * @param photo what all sizes of one photo have in common; absent for a document
 * @param width pixels; 0 for a document
 * @param height pixels; 0 for a document
 * @param name file name of a document
 * @param mimeType type of a document, as the sender gave it
 */
public record StoredFile(String fileId, String uniqueId, String path, long size, @Nullable String photo, int width,
		int height, @Nullable String name, @Nullable String mimeType) {

	/** As Bot API {@code File}. */
	public ObjectNode asFile() {
		return reference().put("file_size", this.size).put("file_path", this.path);
	}

	/** As Bot API {@code Document}. */
	public ObjectNode asDocument() {
		ObjectNode document = reference();
		if (this.name != null) {
			document.put("file_name", this.name);
		}
		if (this.mimeType != null) {
			document.put("mime_type", this.mimeType);
		}
		return document.put("file_size", this.size);
	}

	/** As Bot API {@code PhotoSize}. */
	public ObjectNode asPhotoSize() {
		return reference().put("width", this.width).put("height", this.height).put("file_size", this.size);
	}

	private ObjectNode reference() {
		return JsonMapper.shared().createObjectNode().put("file_id", this.fileId).put("file_unique_id", this.uniqueId);
	}

}
