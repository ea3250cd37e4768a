package studio.avatar.sandbox.provider.painting;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.SplittableRandom;

/** What is painted on, with the few strokes that everything else is made of. */
final class Canvas {

	final int width;

	final int height;

	final BufferedImage image;

	final Graphics2D g;

	final Palette palette;

	final SplittableRandom random;

	Canvas(ImageSize size, Palette palette, SplittableRandom random) {
		this.width = size.width();
		this.height = size.height();
		this.palette = palette;
		this.random = random;
		this.image = new BufferedImage(this.width, this.height, BufferedImage.TYPE_INT_RGB);
		this.g = smooth(this.image);
	}

	static Graphics2D smooth(BufferedImage image) {
		Graphics2D g = image.createGraphics();
		g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
		g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
		g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
		return g;
	}

	/** The shorter side. */
	double side() {
		return Math.min(this.width, this.height);
	}

	Rectangle2D whole() {
		return new Rectangle2D.Double(0, 0, this.width, this.height);
	}

	double between(double least, double most) {
		return (least < most) ? this.random.nextDouble(least, most) : least;
	}

	void fill(Shape shape, Color color) {
		this.g.setColor(color);
		this.g.fill(shape);
	}

	/** From one colour at a height to another further down. */
	void fade(Shape shape, double fromY, Color from, double toY, Color to) {
		this.g.setPaint(new GradientPaint(0, (float) fromY, from, 0, (float) toY, to));
		this.g.fill(shape);
	}

	void disc(double x, double y, double radius, Color color) {
		fill(circle(x, y, radius), color);
	}

	/** A light that fades towards its edge. */
	void glow(double x, double y, double radius, Color color, double opacity) {
		this.g.setPaint(new RadialGradientPaint(new Point2D.Double(x, y), (float) Math.max(1, radius),
				new float[] { 0, 0.35f, 1 }, new Color[] { Palette.clear(color, opacity),
						Palette.clear(color, opacity * 0.5), Palette.clear(color, 0) }));
		this.g.fill(circle(x, y, radius));
	}

	static Ellipse2D circle(double x, double y, double radius) {
		return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
	}

}
