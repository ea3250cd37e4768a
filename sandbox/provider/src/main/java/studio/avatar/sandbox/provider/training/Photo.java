package studio.avatar.sandbox.provider.training;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.Optional;

import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Decodes a photo, in a size that is enough for a portrait. */
final class Photo {

	/** The shorter side is not thinned out below this many pixels. */
	private static final int ENOUGH = 1000;

	private Photo() {
	}

	/** Empty when it cannot be decoded. */
	static Optional<BufferedImage> decode(InputStream bytes) throws IOException {
		try (ImageInputStream in = ImageIO.createImageInputStream(bytes)) {
			Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
			return readers.hasNext() ? read(readers.next(), in) : Optional.empty();
		}
	}

	private static Optional<BufferedImage> read(ImageReader reader, ImageInputStream in) {
		try {
			reader.setInput(in, true, true);
			int step = Math.max(1, Math.min(reader.getWidth(0), reader.getHeight(0)) / ENOUGH);
			ImageReadParam param = reader.getDefaultReadParam();
			param.setSourceSubsampling(step, step, 0, 0);
			return Optional.of(opaque(reader.read(0, param)));
		}
		catch (IOException | RuntimeException ex) {
			return Optional.empty();
		}
		finally {
			reader.dispose();
		}
	}

	private static BufferedImage opaque(BufferedImage image) {
		BufferedImage rgb = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
		Graphics2D g = rgb.createGraphics();
		g.drawImage(image, 0, 0, Color.WHITE, null);
		g.dispose();
		return rgb;
	}

}
