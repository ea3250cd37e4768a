package studio.avatar.training;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SplittableRandom;

import javax.imageio.ImageIO;

/** Pictures that the tests draw: different for each seed, the same for the same one. */
public final class TestPhotos {

	private TestPhotos() {
	}

	public static byte[] jpeg(int seed) {
		return encoded(drawn(seed, 640, 720), "jpg");
	}

	public static byte[] jpeg(int seed, int width, int height) {
		return encoded(drawn(seed, width, height), "jpg");
	}

	public static byte[] png(int seed, int width, int height) {
		return encoded(drawn(seed, width, height), "png");
	}

	/** A face as children draw one, on a ground of its own. */
	public static BufferedImage drawn(int seed, int width, int height) {
		SplittableRandom random = new SplittableRandom(seed);
		BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		Graphics2D pencil = image.createGraphics();
		pencil.setColor(new Color(random.nextInt(0x1000000)));
		pencil.fillRect(0, 0, width, height);
		pencil.setColor(new Color(0xe0b090));
		pencil.fillOval(width / 4, height / 5, width / 2, height * 3 / 5);
		pencil.setColor(Color.BLACK);
		pencil.fillOval(width * 2 / 5, height * 2 / 5, width / 20 + 1, height / 20 + 1);
		pencil.fillOval(width * 11 / 20, height * 2 / 5, width / 20 + 1, height / 20 + 1);
		pencil.drawArc(width * 2 / 5, height / 2, width / 5, height / 8, 180, 180);
		pencil.dispose();
		return image;
	}

	public static byte[] encoded(BufferedImage image, String format) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try {
			ImageIO.write(image, format, out);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return out.toByteArray();
	}

}
