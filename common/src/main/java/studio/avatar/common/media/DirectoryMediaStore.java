package studio.avatar.common.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import studio.avatar.common.contract.MediaRef;

/** Files in a directory, shared by the services of one machine or mounted by all. */
class DirectoryMediaStore implements MediaStore {

	private final Path root;

	private final DirectoryListing listing;

	DirectoryMediaStore(Path root) throws IOException {
		this.root = Files.createDirectories(root).toRealPath();
		this.listing = new DirectoryListing(this.root);
	}

	@Override
	public MediaRef put(String key, String contentType, InputStream content, @Nullable ImageSize image)
			throws IOException {
		try (content) {
			Path target = path(key);
			Files.createDirectories(target.getParent());
			Path unfinished = Files.createTempFile(target.getParent(), DirectoryListing.UNFINISHED, null);
			try {
				String sha256 = write(content, unfinished);
				MediaRef file = new MediaRef(key, sha256, ContentType.checked(contentType), sizeOf(unfinished, key),
						(image != null) ? image.width() : null, (image != null) ? image.height() : null);
				Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
				force(Objects.requireNonNull(target.getParent()));
				return file;
			}
			finally {
				Files.deleteIfExists(unfinished);
			}
		}
	}

	@Override
	public InputStream open(MediaRef file) throws IOException {
		try {
			return new CheckedContent(Files.newInputStream(path(file.key())), file);
		}
		catch (NoSuchFileException ex) {
			throw new MissingMedia(file.key());
		}
	}

	@Override
	public boolean holds(MediaRef file) throws IOException {
		return Files.isRegularFile(path(file.key()));
	}

	@Override
	public void delete(String key) throws IOException {
		Files.deleteIfExists(path(key));
	}

	@Override
	public Page list(String prefix, String after, int most) throws IOException {
		return this.listing.page(prefix, after, most);
	}

	@Override
	public int clearUnfinished(Instant before) throws IOException {
		return this.listing.clearUnfinished(before);
	}

	/**
	 * A name is on the disk only when its directory is; systems that cannot open one keep
	 * it by themselves.
	 */
	private static void force(Path directory) throws IOException {
		try (FileChannel names = FileChannel.open(directory, StandardOpenOption.READ)) {
			names.force(true);
		}
	}

	private static String write(InputStream content, Path to) throws IOException {
		MessageDigest digest = Sha256.begin();
		try (OutputStream out = new DigestOutputStream(Files.newOutputStream(to), digest)) {
			content.transferTo(out);
		}
		try (FileChannel written = FileChannel.open(to, StandardOpenOption.WRITE)) {
			written.force(true);
		}
		return HexFormat.of().formatHex(digest.digest());
	}

	private static long sizeOf(Path unfinished, String key) throws IOException {
		long bytes = Files.size(unfinished);
		if (bytes == 0) {
			throw new IOException("nothing to keep as " + key);
		}
		return bytes;
	}

	private Path path(String key) throws IOException {
		return this.root.resolve(MediaKey.checked(key));
	}

}
