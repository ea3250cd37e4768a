package studio.avatar.sandbox.provider.painting;

import java.awt.Color;

/**
 * The colours of a picture.
 *
 * @param top the sky, or the dark end of a room
 * @param bottom the ground, or the light end of a room
 * @param far what stands far away
 * @param near what stands near
 * @param light sun, lamps, frames
 */
record Palette(Color top, Color bottom, Color far, Color near, Color light) {

	static Palette of(int top, int bottom, int far, int near, int light) {
		return new Palette(new Color(top), new Color(bottom), new Color(far), new Color(near), new Color(light));
	}

	/** A colour as transparent as wanted. */
	static Color clear(Color color, double opacity) {
		return new Color(color.getRed(), color.getGreen(), color.getBlue(), (int) (255 * Math.clamp(opacity, 0, 1)));
	}

	/** Some way from one colour to another, 0 to 1. */
	static Color between(Color from, Color to, double way) {
		return new Color(mix(from.getRed(), to.getRed(), way), mix(from.getGreen(), to.getGreen(), way),
				mix(from.getBlue(), to.getBlue(), way));
	}

	private static int mix(int from, int to, double way) {
		return (int) Math.round(from + (to - from) * way);
	}

}
