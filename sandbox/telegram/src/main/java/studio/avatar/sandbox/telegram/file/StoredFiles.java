package studio.avatar.sandbox.telegram.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import studio.avatar.sandbox.telegram.store.ChangeLog;
import studio.avatar.sandbox.telegram.store.Remembered;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every photo and document that was ever sent, by file id; they stay even when their
 * message is deleted.
 */
public final class StoredFiles implements Remembered {

	private static final SecureRandom RANDOM = new SecureRandom();

	private final Map<String, StoredFile> files = new LinkedHashMap<>();

	private final Map<String, byte[]> contents = new ConcurrentHashMap<>();

	private final Set<String> forgotten = new HashSet<>();

	private final ChangeLog log;

	private final @Nullable Path folder;

	private int last;

	/**
	 * Creates an empty shelf.
	 * @param folder where the bytes lie; none keeps them in memory
	 */
	public StoredFiles(ChangeLog log, @Nullable Path folder) {
		this.log = log;
		this.folder = folder;
	}

	/** Keeps a document, bytes unchanged. */
	public synchronized StoredFile addDocument(String name, @Nullable String mimeType, byte[] content) {
		String path = "documents/file_" + (++this.last) + extension(name);
		return add(new StoredFile(id("BQAC", 40), id("AgAD", 11), path, content.length, null, 0, 0, name, mimeType),
				content);
	}

	/**
	 * Keeps a photo in the sizes Telegram makes of it.
	 * @return the sizes, smallest first
	 */
	public List<StoredFile> addPhoto(Photo photo) {
		String common = id("photo", 11);
		return photo.sizes().stream().map((size) -> addSize(common, size)).toList();
	}

	private synchronized StoredFile addSize(String photo, Photo.Size size) {
		String path = "photos/file_" + (++this.last) + ".jpg";
		return add(new StoredFile(id("AgAC", 60), id("AQAD", 11), path, size.jpeg().length, photo, size.width(),
				size.height(), null, "image/jpeg"), size.jpeg());
	}

	private StoredFile add(StoredFile file, byte[] content) {
		write(file, content);
		this.files.put(file.fileId(), file);
		this.log.append(kind(), JsonMapper.shared().valueToTree(file));
		return file;
	}

	/** The file of that id. */
	public synchronized Optional<StoredFile> find(String fileId) {
		return Optional.ofNullable(this.files.get(fileId));
	}

	/** The file of that id, unless Telegram was made to forget the id. */
	public synchronized Optional<StoredFile> known(String fileId) {
		return this.forgotten.contains(fileId) ? Optional.empty() : find(fileId);
	}

	/** From now on the id means nothing to the bot; people still see the file. */
	public synchronized void forget(String fileId) {
		this.forgotten.add(fileId);
		this.log.append(kind(), forgetting(fileId));
	}

	private static JsonNode forgetting(String fileId) {
		return JsonMapper.shared().createObjectNode().put("forgotten", fileId);
	}

	/** The file of that download path. */
	public synchronized Optional<StoredFile> findByPath(String path) {
		return this.files.values().stream().filter((file) -> file.path().equals(path)).findFirst();
	}

	/** All sizes of the photo that a size belongs to, smallest first. */
	public synchronized List<StoredFile> sizesOf(StoredFile size) {
		String photo = Objects.requireNonNull(size.photo(), "not a photo");
		return this.files.values().stream().filter((file) -> photo.equals(file.photo())).toList();
	}

	/** The bytes of a file. */
	public byte[] content(StoredFile file) {
		try {
			return (this.folder != null) ? Files.readAllBytes(this.folder.resolve(file.path()))
					: Objects.requireNonNull(this.contents.get(file.path()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void write(StoredFile file, byte[] content) {
		if (this.folder == null) {
			this.contents.put(file.path(), content);
			return;
		}
		try {
			Path target = this.folder.resolve(file.path());
			Files.createDirectories(target.getParent());
			Files.write(target, content);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public String kind() {
		return "file";
	}

	@Override
	public synchronized void recall(JsonNode change) {
		if (change.has("forgotten")) {
			this.forgotten.add(change.path("forgotten").asString());
			return;
		}
		StoredFile file = JsonMapper.shared().treeToValue(change, StoredFile.class);
		this.files.put(file.fileId(), file);
		this.last = Math.max(this.last, Integer.parseInt(file.path().replaceAll("^.*file_(\\d+).*$", "$1")));
	}

	@Override
	public synchronized void snapshot(Consumer<JsonNode> changes) {
		this.files.values().forEach((file) -> changes.accept(JsonMapper.shared().valueToTree(file)));
		this.forgotten.forEach((fileId) -> changes.accept(forgetting(fileId)));
	}

	private static String extension(String name) {
		int dot = name.lastIndexOf('.');
		String extension = (dot < 0) ? "" : name.substring(dot);
		return extension.matches("\\.[A-Za-z0-9]{1,8}") ? extension : "";
	}

	private static String id(String prefix, int bytes) {
		byte[] random = new byte[bytes];
		RANDOM.nextBytes(random);
		return prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
	}

}
