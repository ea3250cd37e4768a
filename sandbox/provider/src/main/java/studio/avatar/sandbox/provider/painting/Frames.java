package studio.avatar.sandbox.provider.painting;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/**
 * The frames a person is shown in. Each keeps the lower edge of the picture free for the
 * caption.
 */
final class Frames {

	/** Middle of the person, as a share of the picture's height. */
	private static final double MIDDLE = 0.45;

	private Frames() {
	}

	/** Standing in the place itself, cut off by the lower edge. */
	static void bust(Canvas canvas, BufferedImage portrait) {
		boolean cropped = touchesTheTop(portrait);
		double side = cropped ? canvas.height * 1.02 : Math.min(canvas.width * 1.3, canvas.height * 0.95);
		double room = Math.max(0, canvas.width - side);
		double x = (canvas.width - side) / 2 + canvas.between(-0.3, 0.3) * room;
		BufferedImage person = hasBackground(portrait) ? SoftEdge.of(portrait) : portrait;
		canvas.g.drawImage(person, transform(person, x, canvas.height - side * 0.98, side), null);
	}

	/**
	 * Whether a photo that was cut out shows the head only in part: then it must not end
	 * inside the picture.
	 */
	private static boolean touchesTheTop(BufferedImage portrait) {
		int opaque = 0;
		for (int x = 0; x < portrait.getWidth(); x++) {
			opaque += (portrait.getRGB(x, 1) >>> 24 > 128) ? 1 : 0;
		}
		return !hasBackground(portrait) && opaque > portrait.getWidth() / 25;
	}

	/** All over the picture. */
	static void full(Canvas canvas, BufferedImage portrait) {
		double side = Math.max(canvas.width, canvas.height) * 1.04;
		double y = Math.clamp(canvas.height * MIDDLE - side * 0.42, canvas.height - side, 0);
		canvas.g.drawImage(portrait, transform(portrait, (canvas.width - side) / 2, y, side), null);
		canvas.glow(canvas.width * 0.1, 0, canvas.side() * 0.9, canvas.palette.light(), 0.35);
		canvas.glow(canvas.width * 0.95, canvas.height, canvas.side() * 0.9, canvas.palette.far(), 0.4);
	}

	private static boolean hasBackground(BufferedImage portrait) {
		return !portrait.getColorModel().hasAlpha();
	}

	static void medallion(Canvas canvas, BufferedImage portrait) {
		double radius = canvas.side() * 0.36;
		double x = canvas.width / 2.0;
		double y = canvas.height * MIDDLE;
		shadow(canvas, Canvas.circle(x, y, radius * 1.08));
		canvas.disc(x, y, radius * 1.12, Palette.clear(canvas.palette.light(), 0.9));
		canvas.disc(x, y, radius * 1.06, canvas.palette.near());
		inside(canvas, portrait, Canvas.circle(x, y, radius));
	}

	static void arch(Canvas canvas, BufferedImage portrait) {
		double wide = canvas.side() * 0.62;
		double tall = Math.min(canvas.height * 0.74, wide * 1.25);
		double x = (canvas.width - wide) / 2;
		double y = canvas.height * MIDDLE - tall / 2;
		Shape arch = arch(x, y, wide, tall);
		shadow(canvas, arch);
		inside(canvas, portrait, arch);
		canvas.g.setColor(canvas.palette.light());
		canvas.g.setStroke(new BasicStroke((float) (canvas.side() * 0.012)));
		canvas.g.draw(arch);
	}

	private static Shape arch(double x, double y, double wide, double tall) {
		Area arch = new Area(new Rectangle2D.Double(x, y + wide / 2, wide, tall - wide / 2));
		arch.add(new Area(Canvas.circle(x + wide / 2, y + wide / 2, wide / 2)));
		return arch;
	}

	static void polaroid(Canvas canvas, BufferedImage portrait) {
		double wide = canvas.side() * 0.6;
		double margin = wide * 0.06;
		double x = (canvas.width - wide) / 2;
		double y = canvas.height * MIDDLE - wide / 2 - margin;
		AffineTransform before = canvas.g.getTransform();
		canvas.g.rotate(canvas.between(-0.09, 0.09), canvas.width / 2.0, canvas.height * MIDDLE);
		Shape paper = new Rectangle2D.Double(x - margin, y - margin, wide + 2 * margin, wide + 4.5 * margin);
		shadow(canvas, paper);
		canvas.fill(paper, new Color(0xfbf8f1));
		inside(canvas, portrait, new Rectangle2D.Double(x, y, wide, wide));
		canvas.g.setTransform(before);
	}

	/** Four prints, each in other colours. */
	static void four(Canvas canvas, BufferedImage portrait) {
		Palette[] inks = { canvas.palette, Palette.of(0, 0, 0xff5d8f, 0x2b1055, 0xfff05a),
				Palette.of(0, 0, 0x2ec4b6, 0x0b3c49, 0xfdfffc), Palette.of(0, 0, 0xff9f1c, 0x6a040f, 0xffe8a3) };
		for (int i = 0; i < inks.length; i++) {
			Rectangle2D cell = new Rectangle2D.Double(i % 2 * canvas.width / 2.0, i / 2 * canvas.height / 2.0,
					canvas.width / 2.0, canvas.height / 2.0);
			inside(canvas, Grade.PRINT.applied(portrait, inks[i]), cell);
		}
	}

	/** Fills a shape with the portrait, as large as it takes. */
	private static void inside(Canvas canvas, BufferedImage portrait, Shape shape) {
		Rectangle2D box = shape.getBounds2D();
		double side = Math.max(box.getWidth(), box.getHeight());
		Shape before = canvas.g.getClip();
		canvas.g.clip(shape);
		canvas.fade(shape, box.getMinY(), canvas.palette.top(), box.getMaxY(), canvas.palette.far());
		canvas.glow(box.getCenterX(), box.getCenterY(), side * 0.7, canvas.palette.light(), 0.8);
		canvas.g.drawImage(portrait,
				transform(portrait, box.getCenterX() - side / 2, box.getCenterY() - side / 2, side), null);
		canvas.g.setClip(before);
	}

	private static AffineTransform transform(BufferedImage square, double x, double y, double side) {
		double scale = side / square.getWidth();
		return new AffineTransform(scale, 0, 0, scale, x, y);
	}

	private static void shadow(Canvas canvas, Shape shape) {
		Graphics2D g = canvas.g;
		for (int i = 8; i > 0; i--) {
			double off = canvas.side() * 0.003 * i;
			g.setColor(new Color(0, 0, 0, 18));
			g.fill(AffineTransform.getTranslateInstance(off * 0.6, off).createTransformedShape(shape));
		}
	}

}
