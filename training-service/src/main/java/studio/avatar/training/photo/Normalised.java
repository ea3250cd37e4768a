package studio.avatar.training.photo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
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

	/**
	 * Opaque, and scaled down to the longer side, never up; in one step, so that no
	 * second copy of the full size is made.
	 */
	static BufferedImage scale(BufferedImage image, int longerSide) {
		double factor = Math.min(1, longerSide / (double) Math.max(image.getWidth(), image.getHeight()));
		int width = Math.max(1, (int) Math.round(image.getWidth() * factor));
		int height = Math.max(1, (int) Math.round(image.getHeight() * factor));
		BufferedImage opaque = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		Graphics2D pencil = opaque.createGraphics();
		pencil.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
		pencil.drawImage(image, 0, 0, width, height, Color.WHITE, null);
		pencil.dispose();
		return opaque;
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

}
