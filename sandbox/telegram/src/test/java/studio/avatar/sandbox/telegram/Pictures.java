package studio.avatar.sandbox.telegram;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import javax.imageio.ImageIO;

/**
 * Pictures painted for the tests.
 */
final class Pictures {

	private Pictures() {
	}

	static byte[] jpeg(int width, int height) {
		return encode(width, height, "jpeg");
	}

	static byte[] png(int width, int height) {
		return encode(width, height, "png");
	}

	private static byte[] encode(int width, int height, String format) {
		BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		Graphics2D graphics = picture.createGraphics();
		graphics.setPaint(new GradientPaint(0, 0, Color.ORANGE, width, height, Color.BLUE));
		graphics.fillRect(0, 0, width, height);
		graphics.dispose();
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try {
			ImageIO.write(picture, format, out);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return out.toByteArray();
	}

	static BufferedImage read(byte[] picture) {
		try {
			return ImageIO.read(new ByteArrayInputStream(picture));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
