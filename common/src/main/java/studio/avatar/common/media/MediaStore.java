package studio.avatar.common.media;

import java.io.IOException;
import java.io.InputStream;

import org.jspecify.annotations.Nullable;

import studio.avatar.common.contract.MediaRef;

/**
 * Where files live. Keys are relative paths chosen by the owner of the file; writing a
 * key again replaces the file.
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
	 * Opens a file for streaming; the caller closes it.
	 * @throws MissingMedia when it is not there
	 */
	InputStream open(MediaRef file) throws IOException;

	/**
	 * Reads a file that is small enough for memory, and checks its hash.
	 * @throws MissingMedia when it is not there
	 * @throws IOException also when its content is not what the reference says
	 */
	byte[] read(MediaRef file) throws IOException;

	/** Whether the file is there. */
	boolean holds(MediaRef file) throws IOException;

	/** Deletes a file; one that is gone already is fine. */
	void delete(String key) throws IOException;

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
