package studio.avatar.training.photo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import net.coobird.thumbnailator.Thumbnails;

/** The one form photos are kept in: opaque sRGB, JPEG, nothing but pixels. */
final class Normalised {

	private static final double QUALITY = 0.93;

	private Normalised() {
	}

	/** Scaled down to the longer side, never up. */
	static BufferedImage scale(BufferedImage image, int longerSide) {
		BufferedImage opaque = opaque(image);
		if (Math.max(image.getWidth(), image.getHeight()) <= longerSide) {
			return opaque;
		}
		try {
			return Thumbnails.of(opaque).size(longerSide, longerSide).asBufferedImage();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static byte[] jpeg(BufferedImage image) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try {
			Thumbnails.of(image).scale(1).outputFormat("jpg").outputQuality(QUALITY).toOutputStream(out);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return out.toByteArray();
	}

	/** On white, where it was transparent. */
	private static BufferedImage opaque(BufferedImage image) {
		BufferedImage opaque = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
		Graphics2D pencil = opaque.createGraphics();
		pencil.drawImage(image, 0, 0, Color.WHITE, null);
		pencil.dispose();
		return opaque;
	}

}
