package studio.avatar.sandbox.provider.training;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/**
 * Cuts a square portrait out of a photo. Where the face is, is guessed from where skin
 * colours lie; without any it is the upper middle.
 */
final class FaceCrop {

	/** Side of a portrait in pixels: enough for a picture of 1024. */
	static final int SIDE = 640;

	/** Share of the photo's shorter side that a portrait shows. */
	private static final double SHARE = 1;

	private FaceCrop() {
	}

	static BufferedImage of(BufferedImage photo) {
		int side = (int) (Math.min(photo.getWidth(), photo.getHeight()) * SHARE);
		double[] middle = middleOfSkin(photo);
		int x = within(middle[0] - side / 2.0, photo.getWidth() - side);
		int y = within(middle[1] - side * 0.47, photo.getHeight() - side);
		return scaled(photo.getSubimage(x, y, Math.max(1, side), Math.max(1, side)));
	}

	private static int within(double start, int most) {
		return (int) Math.clamp(start, 0, Math.max(0, most));
	}

	/**
	 * Mean place of skin-coloured pixels; those near the middle of the photo count more.
	 */
	private static double[] middleOfSkin(BufferedImage photo) {
		double sum = 0.000001;
		double sumX = photo.getWidth() * 0.5 * sum;
		double sumY = photo.getHeight() * 0.42 * sum;
		for (int y = 0; y < photo.getHeight(); y += 4) {
			for (int x = 0; x < photo.getWidth(); x += 4) {
				double weight = isSkin(photo.getRGB(x, y)) ? nearMiddle(x, photo.getWidth()) : 0;
				sum += weight;
				sumX += weight * x;
				sumY += weight * y;
			}
		}
		return new double[] { sumX / sum, sumY / sum };
	}

	private static double nearMiddle(int x, int width) {
		double off = (x - width / 2.0) / (width / 2.0);
		return 1 - 0.8 * off * off;
	}

	/** The usual box of skin colours of all shades in the Cb-Cr plane. */
	private static boolean isSkin(int rgb) {
		double r = rgb >> 16 & 255;
		double g = rgb >> 8 & 255;
		double b = rgb & 255;
		double cb = 128 - 0.169 * r - 0.331 * g + 0.5 * b;
		double cr = 128 + 0.5 * r - 0.419 * g - 0.081 * b;
		return cb > 77 && cb < 127 && cr > 136 && cr < 173 && r > 60;
	}

	private static BufferedImage scaled(BufferedImage square) {
		BufferedImage portrait = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
		Graphics2D g = portrait.createGraphics();
		g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
		g.drawImage(square, 0, 0, SIDE, SIDE, null);
		g.dispose();
		return portrait;
	}

}
