package studio.avatar.gateway.sheet;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;

import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * A picture read small: only every so many pixels are kept, so that memory depends on the
 * field it fills and not on the picture. A progressive JPEG is the exception: its decoder
 * holds all of it, up to six bytes a pixel.
 */
final class Thumbnail {

	/**
	 * A small file may be made to fill the memory; this many take 150 MB at the worst.
	 */
	private static final long MOST_PIXELS = 25_000_000;

	private Thumbnail() {
	}

	/**
	 * Reads a picture with at least twice the wanted size on its shorter side, to be made
	 * smaller smoothly, and less than four times that; unless it is smaller itself.
	 * @throws IOException when it is no picture that can be read, or too large
	 */
	static BufferedImage read(InputStream content, int side) throws IOException {
		try (ImageInputStream image = new MemoryCacheImageInputStream(content)) {
			return read(image, side);
		}
		catch (RuntimeException ex) { // a broken file meets many of them
			throw new IOException("a picture that cannot be read", ex);
		}
	}

	private static BufferedImage read(ImageInputStream image, int side) throws IOException {
		ImageReader reader = readerOf(image);
		try {
			return read(reader, image, side);
		}
		finally {
			reader.dispose();
		}
	}

	private static ImageReader readerOf(ImageInputStream image) throws IOException {
		Iterator<ImageReader> readers = ImageIO.getImageReaders(image);
		if (!readers.hasNext()) {
			throw new IOException("no picture of a kind that can be read");
		}
		return readers.next();
	}

	private static BufferedImage read(ImageReader reader, ImageInputStream image, int side) throws IOException {
		reader.setInput(image, true, true);
		long width = reader.getWidth(0);
		long height = reader.getHeight(0);
		if (width * height > MOST_PIXELS) {
			throw new IOException("a picture of " + width + " x " + height + " pixels");
		}
		int every = (int) Math.max(1, Math.min(width, height) / (2 * side));
		ImageReadParam param = reader.getDefaultReadParam();
		param.setSourceSubsampling(every, every, 0, 0);
		return reader.read(0, param);
	}

}
