package studio.avatar.common.media;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import studio.avatar.common.contract.MediaRef;

/**
 * Where files live. Keys are relative paths chosen by the owner of the file: parts of at
 * most 255 bytes between slashes, none of them {@code .} and none with {@code ..} in it,
 * at most 1024 bytes together. Writing a key again replaces the file.
 */
public interface MediaStore {

	/**
	 * Keeps a file; it is whole or not there, also after a crash.
	 * @param key relative path, such as {@code photos/42/1f0c.jpg}
	 * @param content read to its end and closed
	 * @param image pixels as shown; absent when it is no image
	 * @throws IOException when the content cannot be read or the store cannot take it;
	 * trying again may help
	 */
	MediaRef put(String key, String contentType, InputStream content, @Nullable ImageSize image) throws IOException;

	/**
	 * Opens a file for streaming; the caller closes it. What is read is checked against
	 * the reference: its last bytes come out only when the whole is right, else reading
	 * fails with an {@link IOException}.
	 * @throws MissingMedia when it is not there
	 */
	InputStream open(MediaRef file) throws IOException;

	/**
	 * Reads a file that is small enough for memory, and checks its hash.
	 * @throws MissingMedia when it is not there
	 * @throws IOException also when its content is not what the reference says
	 */
	default byte[] read(MediaRef file) throws IOException {
		try (InputStream content = open(file)) {
			return content.readAllBytes();
		}
	}

	/**
	 * Whether a file is there; not whether its content is right.
	 * @throws IOException when the store cannot say; it does so soon
	 */
	boolean holds(MediaRef file) throws IOException;

	/** Deletes a file; one that is gone already is fine. */
	void delete(String key) throws IOException;

	/**
	 * Lists the files whose key begins like this, some at a time, in an order of the
	 * store's own. What is put or deleted meanwhile may be listed or not; everything else
	 * is listed exactly once.
	 * @param prefix such as {@code incoming/}; empty for all
	 * @param after {@link Page#next()} of the page before; empty for the first page
	 * @param most files on a page, 1 to 1000
	 */
	Page list(String prefix, String after, int most) throws IOException;

	/**
	 * Clears what writers that were killed have left half written.
	 * @param before what has not grown since then has no writer any more
	 * @return how many files; none where a store leaves nothing
	 * @throws IOException when the store cannot clear; the next time begins again
	 */
	default int clearUnfinished(Instant before) throws IOException {
		return 0;
	}

	/**
	 * A page of a list.
	 *
	 * @param next where the next page begins: behind this key; absent on the last page
	 */
	record Page(List<Kept> files, @Nullable String next) {

		/** S3 gives no more at once. */
		static final int LARGEST = 1000;

		public Page {
			files = List.copyOf(files);
		}

		static void refuseSize(int most) {
			if (most < 1 || most > LARGEST) {
				throw new IllegalArgumentException("a page has 1 to 1000 files, not " + most);
			}
		}
	}

	/**
	 * A file on a list.
	 *
	 * @param since when it was put there, by the store's clock
	 */
	record Kept(String key, Instant since, long bytes) {
	}

	/**
	 * Size of an image as shown.
	 *
	 * @param width pixels, at least 1
	 * @param height pixels, at least 1
	 */
	record ImageSize(int width, int height) {

		public ImageSize {
			if (width < 1 || height < 1) {
				throw new IllegalArgumentException("an image of %d x %d".formatted(width, height));
			}
		}
	}

}
