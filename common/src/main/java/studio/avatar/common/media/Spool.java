package studio.avatar.common.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;

/**
 * Content that waits on the disk until all of it is there: then its size and hash are
 * known, and it can be sent as often as needed. The file has no name any more while it is
 * used, so a crash leaves nothing; where a system does not allow that, it goes at the
 * end.
 */
final class Spool implements AutoCloseable {

	private final Path path;

	private final RandomAccessFile file;

	private final byte[] sha256;

	private Spool(Path path, RandomAccessFile file, byte[] sha256) {
		this.path = path;
		this.file = file;
		this.sha256 = sha256;
	}

	/**
	 * Takes all of the content.
	 * @throws IOException when the content breaks off or the disk is full
	 */
	static Spool of(InputStream content, SpoolFolder folder) throws IOException {
		Path path = folder.newFile("media-", ".spool");
		RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
		try {
			unname(path);
			return new Spool(path, file, write(content, file));
		}
		catch (IOException | RuntimeException | Error ex) {
			file.close();
			Files.deleteIfExists(path);
			throw ex;
		}
	}

	private static byte[] write(InputStream content, RandomAccessFile to) throws IOException {
		MessageDigest digest = Sha256.begin();
		new DigestInputStream(content, digest).transferTo(new OutputStream() {
			@Override
			public void write(int one) throws IOException {
				to.write(one);
			}

			@Override
			public void write(byte[] from, int begin, int count) throws IOException {
				to.write(from, begin, count);
			}
		});
		return digest.digest();
	}

	private static void unname(Path path) throws IOException {
		try {
			Files.delete(path);
		}
		catch (FileSystemException ex) {
			path.toFile().deleteOnExit();
		}
	}

	long bytes() throws IOException {
		return this.file.length();
	}

	byte[] sha256() {
		return this.sha256.clone();
	}

	/** All of it, from its beginning; one reader at a time. */
	InputStream content() {
		return new InputStream() {

			private long position;

			@Override
			public int read() throws IOException {
				byte[] one = new byte[1];
				return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xFF;
			}

			@Override
			public int read(byte[] to, int from, int most) throws IOException {
				Spool.this.file.seek(this.position);
				int count = Spool.this.file.read(to, from, most);
				this.position += Math.max(count, 0);
				return count;
			}
		};
	}

	@Override
	public void close() throws IOException {
		this.file.close();
		Files.deleteIfExists(this.path);
	}

}
