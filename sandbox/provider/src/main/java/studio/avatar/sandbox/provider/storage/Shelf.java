package studio.avatar.sandbox.provider.storage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import studio.avatar.sandbox.provider.http.Json;

/**
 * The provider's files in a folder: the bytes under the file's id, what is known about
 * them beside.
 */
public final class Shelf {

	private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");

	private final Path folder;

	public Shelf(Path folder) {
		this.folder = folder;
	}

	/** A place for bytes that are still to come. */
	public StoredFile announce(String name, String contentType, @Nullable String lifecycle) throws IOException {
		Instant now = Instant.now();
		StoredFile file = new StoredFile(UUID.randomUUID().toString(), tame(name), contentType, now, lifecycle,
				Lifecycle.end(lifecycle, now));
		save(file);
		return file;
	}

	public StoredFile put(String name, String contentType, byte[] bytes, @Nullable String lifecycle)
			throws IOException {
		StoredFile file = announce(name, contentType, lifecycle);
		write(file, contentType, new ByteArrayInputStream(bytes));
		return file;
	}

	/** Brings the bytes of an announced file; a second time replaces the first. */
	public void write(StoredFile file, String contentType, InputStream bytes) throws IOException {
		Whole.write(bytes(file), bytes);
		save(file.ofType(contentType));
	}

	/** A file by its id, with or without bytes. */
	public Optional<StoredFile> announced(String id) throws IOException {
		Path about = this.folder.resolve(id + ".json");
		if (!ID.matcher(id).matches() || !Files.exists(about)) {
			return Optional.empty();
		}
		StoredFile file = Json.MAPPER.readValue(Files.readAllBytes(about), StoredFile.class);
		return file.goneAt(Instant.now()) ? Optional.empty() : Optional.of(file);
	}

	/** A file by its id, as soon as it has bytes and until its life ends. */
	public Optional<StoredFile> find(String id) throws IOException {
		return announced(id).filter((file) -> Files.exists(bytes(file)));
	}

	public Path bytes(StoredFile file) {
		return this.folder.resolve(file.id());
	}

	private void save(StoredFile file) throws IOException {
		Whole.write(this.folder.resolve(file.id() + ".json"),
				new ByteArrayInputStream(Json.MAPPER.writeValueAsBytes(file)));
	}

	private static String tame(String name) {
		String tame = name.replaceAll("[^A-Za-z0-9._-]", "_");
		return tame.isBlank() ? "file" : tame.substring(Math.max(0, tame.length() - 100));
	}

}
