package studio.avatar.sandbox.provider.painting;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Line2D;

/** What floats between the person and the camera. */
final class Air {

	private Air() {
	}

	static void clear(Canvas canvas) {
		canvas.glow(canvas.width * canvas.between(0, 1), 0, canvas.side() * 0.7, canvas.palette.light(), 0.25);
	}

	static void snow(Canvas canvas) {
		for (int i = 0; i < 150; i++) {
			double near = Math.pow(canvas.between(0, 1), 3);
			double radius = canvas.side() * (0.002 + 0.011 * near);
			canvas.disc(canvas.between(0, canvas.width), canvas.between(0, canvas.height), radius,
					Palette.clear(Color.WHITE, 0.9 - 0.45 * near));
		}
	}

	/** Lights out of focus. */
	static void bokeh(Canvas canvas) {
		for (int i = 0; i < 26; i++) {
			double x = canvas.between(0, canvas.width);
			double y = canvas.between(0, canvas.height);
			// Fewer and paler in the middle, where the face is.
			double off = Math.hypot(x / canvas.width - 0.5, y / canvas.height - 0.42);
			Color color = Palette.between(canvas.palette.light(), canvas.palette.far(), canvas.between(0, 0.5));
			canvas.disc(x, y, canvas.side() * canvas.between(0.012, 0.05), Palette.clear(color, 0.4 * off));
		}
	}

	static void confetti(Canvas canvas) {
		Color[] colors = { canvas.palette.light(), canvas.palette.far(), Color.WHITE, canvas.palette.near() };
		for (int i = 0; i < 110; i++) {
			double x = canvas.between(0, canvas.width);
			double y = canvas.between(0, canvas.height);
			double angle = canvas.between(0, Math.PI);
			double length = canvas.side() * canvas.between(0.006, 0.016);
			canvas.g.setStroke(new BasicStroke((float) (canvas.side() * 0.006)));
			canvas.g.setColor(Palette.clear(colors[i % colors.length], 0.85));
			canvas.g.draw(new Line2D.Double(x, y, x + length * Math.cos(angle), y + length * Math.sin(angle)));
		}
	}

	static void rain(Canvas canvas) {
		canvas.g.setStroke(new BasicStroke((float) (canvas.side() * 0.0016)));
		for (int i = 0; i < 170; i++) {
			double x = canvas.between(0, canvas.width);
			double y = canvas.between(-20, canvas.height);
			double length = canvas.side() * canvas.between(0.03, 0.08);
			canvas.g.setColor(Palette.clear(Color.WHITE, canvas.between(0.1, 0.4)));
			canvas.g.draw(new Line2D.Double(x, y, x - length * 0.2, y + length));
		}
	}

}
