package studio.avatar.generation.generation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * What the head of a picture's file says.
 *
 * @param contentType {@code image/jpeg} or {@code image/png}
 * @param width pixels
 * @param height pixels
 */
record PictureFile(String contentType, int width, int height) {

	/** What names of files may end with. */
	static final List<String> ENDINGS = List.of("jpg", "png");

	/** Empty for bytes that are no JPEG or PNG. */
	static Optional<PictureFile> of(byte[] bytes) {
		try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
			Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
			return readers.hasNext() ? Optional.of(read(readers.next(), in)).filter(PictureFile::isWanted)
					: Optional.empty();
		}
		catch (IOException | RuntimeException _) {
			return Optional.empty();
		}
	}

	private static PictureFile read(ImageReader reader, ImageInputStream in) throws IOException {
		try {
			reader.setInput(in, true, true);
			String format = reader.getFormatName().toLowerCase(Locale.ROOT);
			return new PictureFile("image/" + format, reader.getWidth(0), reader.getHeight(0));
		}
		finally {
			reader.dispose();
		}
	}

	private boolean isWanted() {
		return this.contentType.equals("image/jpeg") || this.contentType.equals("image/png");
	}

	/** Ending of its file name. */
	String ending() {
		return this.contentType.equals("image/png") ? "png" : "jpg";
	}

}
