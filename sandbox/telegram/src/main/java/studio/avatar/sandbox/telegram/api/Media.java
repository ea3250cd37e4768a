package studio.avatar.sandbox.telegram.api;

import java.util.Optional;
import java.util.Set;

import studio.avatar.sandbox.telegram.file.Photo;
import studio.avatar.sandbox.telegram.file.PhotoRefused;
import studio.avatar.sandbox.telegram.file.StoredFile;
import studio.avatar.sandbox.telegram.file.StoredFiles;
import studio.avatar.sandbox.telegram.http.Upload;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns what a call names as its photo or document into the fields of a message: a new
 * upload, or a file id that is known already.
 */
final class Media {

	private static final int LARGEST_PHOTO = 10 * 1024 * 1024;

	private static final int LARGEST_DOCUMENT = 50 * 1024 * 1024;

	private static final Set<String> HONOURED = Set.of("type", "media", "caption", "caption_entities", "parse_mode",
			"show_caption_above_media", "disable_content_type_detection");

	private final StoredFiles files;

	Media(StoredFiles files) {
		this.files = files;
	}

	/**
	 * The {@code photo} or {@code document} field that a parameter of that name asks for.
	 */
	ObjectNode of(Call call, String kind) {
		Optional<Upload> direct = call.upload(kind);
		return direct.map((upload) -> store(kind, upload))
			.orElseGet(() -> named(call, kind,
					call.text(kind).orElseThrow(() -> Refusal.badRequest("there is no " + kind + " in the request"))));
	}

	/** The fields of one {@code InputMedia}, with its caption. */
	ObjectNode of(Call call, JsonNode media) {
		media.propertyNames().forEach((field) -> {
			if (!HONOURED.contains(field)) {
				throw Refusal.badRequest("the simulator does not serve \"" + field + "\" of InputMedia");
			}
		});
		String kind = media.path("type").asString("");
		if (!kind.equals("photo") && !kind.equals("document")) {
			throw Refusal.badRequest("the simulator does not serve media of type \"" + kind + "\"");
		}
		FormattedText caption = FormattedText.caption(media);
		ObjectNode fields = named(call, kind, media.path("media").asString(""));
		if (media.path("show_caption_above_media").asBoolean(false)) {
			fields.put("show_caption_above_media", true);
		}
		return (ObjectNode) fields.setAll(caption.asCaption());
	}

	private ObjectNode named(Call call, String kind, String name) {
		if (name.startsWith("attach://")) {
			return store(kind, call.upload(name.substring("attach://".length()))
				.orElseThrow(() -> Refusal.badRequest("wrong file identifier/HTTP URL specified")));
		}
		StoredFile file = this.files.known(name)
			.orElseThrow(() -> Refusal.badRequest("wrong file identifier/HTTP URL specified"));
		if (kind.equals("photo") != (file.photo() != null)) {
			throw Refusal.badRequest(kind.equals("photo") ? "can't use file of type Document as Photo"
					: "can't use file of type Photo as Document");
		}
		return kind.equals("photo") ? photo(this.files.sizesOf(file)) : document(file);
	}

	private ObjectNode store(String kind, Upload upload) {
		refuseSize(kind, upload.content().length);
		if (!kind.equals("photo")) {
			return document(this.files.addDocument(upload.name(), upload.contentType(), upload.content()));
		}
		try {
			return photo(this.files.addPhoto(Photo.fromBot(upload.content())));
		}
		catch (PhotoRefused ex) {
			throw Refusal.badRequest(String.valueOf(ex.getMessage()));
		}
	}

	private static void refuseSize(String kind, int bytes) {
		if (bytes == 0) {
			throw Refusal.badRequest("file must be non-empty");
		}
		if (kind.equals("photo") && bytes > LARGEST_PHOTO) {
			throw Refusal.badRequest("file of size " + bytes + " bytes is too big for a photo; the maximum size is "
					+ LARGEST_PHOTO + " bytes");
		}
		if (bytes > LARGEST_DOCUMENT) {
			throw Refusal.of(413, "Request Entity Too Large");
		}
	}

	private static ObjectNode photo(Iterable<StoredFile> sizes) {
		ObjectNode fields = JsonMapper.shared().createObjectNode();
		ArrayNode photo = fields.putArray("photo");
		sizes.forEach((size) -> photo.add(size.asPhotoSize()));
		return fields;
	}

	private static ObjectNode document(StoredFile file) {
		ObjectNode fields = JsonMapper.shared().createObjectNode();
		fields.set("document", file.asDocument());
		return fields;
	}

}
