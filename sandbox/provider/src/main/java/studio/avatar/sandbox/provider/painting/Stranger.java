package studio.avatar.sandbox.provider.painting;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;

/** Somebody nobody knows: what a LoRA gives when its trigger phrase is missing. */
final class Stranger {

	private static final int SIDE = 512;

	private Stranger() {
	}

	static BufferedImage portrait() {
		BufferedImage portrait = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_ARGB);
		Graphics2D g = Canvas.smooth(portrait);
		g.setPaint(new GradientPaint(0, 0, new Color(0x74797f), 0, SIDE, new Color(0x3c4045)));
		g.fill(new Ellipse2D.Double(SIDE * 0.08, SIDE * 0.66, SIDE * 0.84, SIDE * 0.8));
		g.fill(new Ellipse2D.Double(SIDE * 0.31, SIDE * 0.16, SIDE * 0.38, SIDE * 0.48));
		g.dispose();
		return portrait;
	}

}
