package studio.avatar.sandbox.provider.painting;

import java.awt.image.BufferedImage;

/** Lets a portrait fade out towards its edge, as wide as head and shoulders. */
final class SoftEdge {

	private SoftEdge() {
	}

	static BufferedImage of(BufferedImage portrait) {
		int side = portrait.getWidth();
		BufferedImage soft = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB);
		for (int y = 0; y < side; y++) {
			for (int x = 0; x < side; x++) {
				int alpha = (int) (255 * opacity((double) x / side, (double) y / side));
				soft.setRGB(x, y, portrait.getRGB(x, y) & 0xffffff | alpha << 24);
			}
		}
		return soft;
	}

	private static double opacity(double x, double y) {
		double wide = 0.36 + 0.12 * smooth((y - 0.5) / 0.4);
		double sideways = Math.abs(x - 0.5) / wide;
		double up = Math.max(0, 0.45 - y) / 0.45;
		return 1 - smooth((Math.hypot(sideways, up) - 0.72) / 0.32);
	}

	/** From 0 to 1 without a kink. */
	private static double smooth(double way) {
		double t = Math.clamp(way, 0, 1);
		return t * t * (3 - 2 * t);
	}

}
