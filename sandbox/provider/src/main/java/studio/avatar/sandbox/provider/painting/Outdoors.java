package studio.avatar.sandbox.provider.painting;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Backdrops under the sky. */
final class Outdoors {

	private Outdoors() {
	}

	private static void sky(Canvas canvas, double horizon) {
		canvas.fade(canvas.whole(), 0, canvas.palette.top(), canvas.height * horizon, canvas.palette.bottom());
	}

	private static void sun(Canvas canvas, double height) {
		double x = canvas.width * canvas.between(0.15, 0.85);
		double y = canvas.height * height;
		canvas.glow(x, y, canvas.side() * 0.6, canvas.palette.light(), 0.75);
		canvas.disc(x, y, canvas.side() * 0.09, canvas.palette.light());
	}

	static void sea(Canvas canvas) {
		sky(canvas, 0.55);
		sun(canvas, 0.42);
		double horizon = canvas.height * 0.55;
		canvas.fade(new Rectangle2D.Double(0, horizon, canvas.width, canvas.height - horizon), horizon,
				canvas.palette.far(), canvas.height, canvas.palette.near());
		for (int i = 0; i < 70; i++) {
			double y = horizon + (canvas.height - horizon) * Math.pow(canvas.between(0, 1), 1.5);
			double depth = (y - horizon) / (canvas.height - horizon);
			double length = canvas.width * (0.02 + 0.16 * depth);
			Color glint = Palette.clear(canvas.palette.light(), 0.12 + 0.25 * canvas.between(0, 1));
			canvas.fill(new Rectangle2D.Double(canvas.between(-length, canvas.width), y, length, 1 + 3 * depth), glint);
		}
	}

	/** Ridges, one before the other; peaks when they are rough. */
	static void hills(Canvas canvas) {
		sky(canvas, 0.7);
		sun(canvas, 0.3);
		ridges(canvas, 0.05);
	}

	static void mountains(Canvas canvas) {
		sky(canvas, 0.6);
		sun(canvas, 0.25);
		ridges(canvas, 0.22);
	}

	private static void ridges(Canvas canvas, double roughness) {
		for (int layer = 0; layer < 4; layer++) {
			double base = canvas.height * (0.48 + 0.13 * layer);
			Color color = Palette.between(canvas.palette.far(), canvas.palette.near(), layer / 3.0);
			canvas.fade(ridge(canvas, base, canvas.height * roughness / (layer * 0.6 + 1)), base - canvas.height * 0.1,
					Palette.between(color, canvas.palette.light(), 0.25), base + canvas.height * 0.2, color);
		}
	}

	private static Path2D ridge(Canvas canvas, double base, double swing) {
		int points = 9;
		double[] heights = new double[points + 1];
		for (int i = 0; i <= points; i++) {
			heights[i] = base + canvas.between(-swing, swing * 0.4);
		}
		Path2D ridge = new Path2D.Double();
		ridge.moveTo(0, canvas.height);
		ridge.lineTo(0, heights[0]);
		double step = (double) canvas.width / points;
		for (int i = 1; i <= points; i++) {
			double middle = (i - 0.5) * step;
			ridge.curveTo(middle, heights[i - 1], middle, heights[i], i * step, heights[i]);
		}
		ridge.lineTo(canvas.width, canvas.height);
		ridge.closePath();
		return ridge;
	}

	static void forest(Canvas canvas) {
		sky(canvas, 0.9);
		sun(canvas, 0.2);
		for (int layer = 0; layer < 3; layer++) {
			Color color = Palette.between(canvas.palette.far(), canvas.palette.near(), layer / 2.0);
			double ground = canvas.height * (0.72 + 0.12 * layer);
			for (int i = 0; i < 16 - 3 * layer; i++) {
				double x = canvas.between(-0.05, 1.05) * canvas.width;
				fir(canvas, x, ground, canvas.height * canvas.between(0.25, 0.42) * (0.8 + 0.3 * layer), color);
			}
			canvas.fill(new Rectangle2D.Double(0, ground - 2, canvas.width, canvas.height - ground + 2), color);
		}
	}

	private static void fir(Canvas canvas, double x, double ground, double tall, Color color) {
		for (int tier = 0; tier < 4; tier++) {
			double top = ground - tall + tall * tier * 0.2;
			double half = tall * (0.09 + 0.055 * tier);
			Path2D branch = new Path2D.Double();
			branch.moveTo(x, top);
			branch.lineTo(x + half, top + tall * 0.38);
			branch.lineTo(x - half, top + tall * 0.38);
			branch.closePath();
			canvas.fill(branch, color);
		}
	}

	static void town(Canvas canvas) {
		sky(canvas, 0.85);
		canvas.glow(canvas.width * canvas.between(0.2, 0.8), canvas.height * 0.75, canvas.side() * 0.8,
				canvas.palette.light(), 0.5);
		for (int layer = 0; layer < 3; layer++) {
			Color color = Palette.between(canvas.palette.far(), canvas.palette.near(), layer / 2.0);
			for (double x = -20; x < canvas.width;) {
				double wide = canvas.side() * canvas.between(0.07, 0.15);
				double tall = canvas.height * canvas.between(0.25, 0.6) * (1 - 0.18 * layer);
				house(canvas, new Rectangle2D.Double(x, canvas.height - tall, wide, tall), color);
				x += wide * canvas.between(0.9, 1.25);
			}
		}
	}

	private static void house(Canvas canvas, Rectangle2D house, Color color) {
		canvas.fill(house, color);
		double cell = canvas.side() * 0.022;
		for (double y = house.getY() + cell; y < house.getMaxY() - cell; y += cell * 1.6) {
			for (double x = house.getX() + cell * 0.7; x < house.getMaxX() - cell; x += cell * 1.5) {
				if (canvas.between(0, 1) < 0.4) {
					Color lamp = Palette.clear(canvas.palette.light(), canvas.between(0.25, 0.9));
					canvas.fill(new Rectangle2D.Double(x, y, cell * 0.7, cell * 0.9), lamp);
				}
			}
		}
	}

	static void space(Canvas canvas) {
		canvas.fade(canvas.whole(), 0, canvas.palette.top(), canvas.height, canvas.palette.bottom());
		for (int i = 0; i < 9; i++) {
			Color cloud = (i % 2 == 0) ? canvas.palette.far() : canvas.palette.near();
			canvas.glow(canvas.between(0, canvas.width), canvas.between(0, canvas.height),
					canvas.side() * canvas.between(0.25, 0.55), cloud, 0.45);
		}
		for (int i = 0; i < 260; i++) {
			canvas.disc(canvas.between(0, canvas.width), canvas.between(0, canvas.height),
					canvas.side() * 0.0022 * canvas.between(0.3, 1.2),
					Palette.clear(Color.WHITE, canvas.between(0.3, 1)));
		}
		double x = canvas.width * canvas.between(0.1, 0.9);
		double y = canvas.height * 0.16;
		canvas.disc(x, y, canvas.side() * 0.11, canvas.palette.light());
		canvas.disc(x + canvas.side() * 0.03, y - canvas.side() * 0.02, canvas.side() * 0.1,
				Palette.clear(canvas.palette.near(), 0.6));
	}

}
