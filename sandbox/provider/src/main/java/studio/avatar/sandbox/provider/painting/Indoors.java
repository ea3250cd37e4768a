package studio.avatar.sandbox.provider.painting;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Backdrops under a roof. */
final class Indoors {

	private Indoors() {
	}

	private static void wall(Canvas canvas) {
		canvas.fade(canvas.whole(), 0, canvas.palette.top(), canvas.height, canvas.palette.bottom());
	}

	/** A wall with a soft lamp, as photographers use. */
	static void studio(Canvas canvas) {
		wall(canvas);
		canvas.glow(canvas.width * canvas.between(0.3, 0.7), canvas.height * 0.35,
				Math.max(canvas.width, canvas.height) * 0.7, canvas.palette.light(), 0.7);
		double floor = canvas.height * 0.86;
		canvas.fade(new Rectangle2D.Double(0, floor, canvas.width, canvas.height - floor), floor,
				Palette.clear(canvas.palette.near(), 0), canvas.height, Palette.clear(canvas.palette.near(), 0.7));
	}

	/** Tall windows with blinds and a town behind. */
	static void office(Canvas canvas) {
		wall(canvas);
		int panes = Math.max(3, (int) Math.round(canvas.width / canvas.side() * 4));
		double wide = (double) canvas.width / panes;
		for (int i = 0; i < panes; i++) {
			Rectangle2D pane = new Rectangle2D.Double(i * wide + wide * 0.06, canvas.height * 0.04, wide * 0.88,
					canvas.height * 0.74);
			canvas.fade(pane, 0, canvas.palette.light(), canvas.height * 0.8, canvas.palette.far());
			tower(canvas, pane);
			double slat = canvas.height * 0.016;
			for (double y = pane.getY(); y < pane.getY() + pane.getHeight() * canvas.between(0.3, 0.55); y += slat
					* 2) {
				canvas.fill(new Rectangle2D.Double(pane.getX(), y, pane.getWidth(), slat),
						Palette.clear(Color.WHITE, 0.55));
			}
		}
		canvas.fade(new Rectangle2D.Double(0, canvas.height * 0.82, canvas.width, canvas.height * 0.18),
				canvas.height * 0.82, canvas.palette.near(), canvas.height, canvas.palette.top());
	}

	private static void tower(Canvas canvas, Rectangle2D pane) {
		double tall = pane.getHeight() * canvas.between(0.25, 0.6);
		double x = pane.getX() + pane.getWidth() * canvas.between(0, 0.4);
		canvas.fill(new Rectangle2D.Double(x, pane.getMaxY() - tall, pane.getMaxX() - x, tall),
				Palette.clear(canvas.palette.near(), 0.45));
	}

	/** Coloured beams from above. */
	static void stage(Canvas canvas) {
		wall(canvas);
		for (int i = 0; i < 7; i++) {
			double from = canvas.width * (i + 0.5) / 7;
			double to = from + canvas.width * canvas.between(-0.3, 0.3);
			double half = canvas.side() * canvas.between(0.06, 0.16);
			Path2D beam = new Path2D.Double();
			beam.moveTo(from, -10);
			beam.lineTo(to + half, canvas.height);
			beam.lineTo(to - half, canvas.height);
			beam.closePath();
			Color color = (i % 3 == 0) ? canvas.palette.light()
					: ((i % 3 == 1) ? canvas.palette.far() : canvas.palette.near());
			canvas.fade(beam, 0, Palette.clear(color, 0.6), canvas.height, Palette.clear(color, 0.04));
			canvas.glow(from, 0, canvas.side() * 0.09, color, 0.9);
		}
	}

	/** Shelves and warm lamps. */
	static void cafe(Canvas canvas) {
		wall(canvas);
		for (int shelf = 0; shelf < 3; shelf++) {
			double y = canvas.height * (0.22 + 0.2 * shelf);
			for (double x = canvas.width * 0.04; x < canvas.width * 0.95;) {
				double wide = canvas.side() * canvas.between(0.025, 0.06);
				double tall = canvas.height * canvas.between(0.05, 0.11);
				Color color = Palette.between(canvas.palette.far(), canvas.palette.light(), canvas.between(0, 0.6));
				canvas.fill(new Rectangle2D.Double(x, y - tall, wide, tall), Palette.clear(color, 0.75));
				x += wide * canvas.between(1.1, 1.9);
			}
			canvas.fill(new Rectangle2D.Double(0, y, canvas.width, canvas.height * 0.014), canvas.palette.near());
		}
		for (int i = 0; i < 4; i++) {
			double x = canvas.width * (i + 0.5) / 4;
			canvas.g.setStroke(new BasicStroke((float) (canvas.side() * 0.004)));
			canvas.g.setColor(canvas.palette.near());
			canvas.g.draw(new Line2D.Double(x, 0, x, canvas.height * 0.1));
			canvas.glow(x, canvas.height * 0.12, canvas.side() * 0.26, canvas.palette.light(), 0.8);
			canvas.disc(x, canvas.height * 0.12, canvas.side() * 0.022, Color.WHITE);
		}
	}

	/** A bright room with paintings. */
	static void gallery(Canvas canvas) {
		wall(canvas);
		for (int i = 0; i < 5; i++) {
			double wide = canvas.side() * canvas.between(0.2, 0.34);
			double tall = canvas.side() * canvas.between(0.18, 0.34);
			double x = canvas.width * i / 5.0 + canvas.between(-0.05, 0.05) * canvas.width;
			double y = canvas.height * canvas.between(0.08, 0.3);
			canvas.fill(new Rectangle2D.Double(x - 6, y - 6, wide + 12, tall + 12), canvas.palette.light());
			for (int band = 0; band < 6; band++) {
				Color color = Palette.between(canvas.palette.far(), canvas.palette.near(), canvas.between(0, 1));
				canvas.fill(new Rectangle2D.Double(x, y + tall * band / 6, wide, tall / 6 + 1), color);
			}
		}
		canvas.fade(new Rectangle2D.Double(0, canvas.height * 0.78, canvas.width, canvas.height * 0.22),
				canvas.height * 0.78, canvas.palette.near(), canvas.height, canvas.palette.bottom());
	}

	/** Rays of a poster. */
	static void poster(Canvas canvas) {
		wall(canvas);
		double x = canvas.width / 2.0;
		double y = canvas.height * 0.45;
		double reach = canvas.width + canvas.height;
		double turn = canvas.between(0, 0.3);
		int rays = 18;
		for (int i = 0; i < rays; i++) {
			double angle = turn + Math.PI * 2 * i / rays;
			double next = angle + Math.PI / rays;
			Path2D ray = new Path2D.Double();
			ray.moveTo(x, y);
			ray.lineTo(x + reach * Math.cos(angle), y + reach * Math.sin(angle));
			ray.lineTo(x + reach * Math.cos(next), y + reach * Math.sin(next));
			ray.closePath();
			canvas.fill(ray, Palette.clear(canvas.palette.light(), 0.35));
		}
	}

}
