package studio.avatar.sandbox.provider.painting;

import java.awt.geom.Path2D;

/**
 * One stroke of a letter: its points joined by straight lines, or by a curve through all
 * of them.
 */
final class Stroke {

	private Stroke() {
	}

	/**
	 * Draws it.
	 * @param points two base-36 digits a point, x and y
	 */
	static Path2D of(String points, boolean round) {
		int count = points.length() / 2;
		Path2D path = new Path2D.Double();
		path.moveTo(x(points, 0), y(points, 0));
		for (int i = 1; i < count; i++) {
			if (round) {
				curve(path, points, i, count);
			}
			else {
				path.lineTo(x(points, i), y(points, i));
			}
		}
		return path;
	}

	/**
	 * The piece of a Catmull-Rom curve that ends at a point. A closed curve is smooth
	 * where it closes.
	 */
	private static void curve(Path2D path, String points, int i, int count) {
		boolean closed = points.substring(0, 2).equals(points.substring(points.length() - 2));
		int before = (i >= 2) ? i - 2 : (closed ? count - 2 : 0);
		int after = (i + 1 < count) ? i + 1 : (closed ? 1 : i);
		path.curveTo(x(points, i - 1) + (x(points, i) - x(points, before)) / 6,
				y(points, i - 1) + (y(points, i) - y(points, before)) / 6,
				x(points, i) - (x(points, after) - x(points, i - 1)) / 6,
				y(points, i) - (y(points, after) - y(points, i - 1)) / 6, x(points, i), y(points, i));
	}

	private static double x(String points, int i) {
		return Character.digit(points.charAt(2 * i), 36);
	}

	private static double y(String points, int i) {
		return Character.digit(points.charAt(2 * i + 1), 36);
	}

}
