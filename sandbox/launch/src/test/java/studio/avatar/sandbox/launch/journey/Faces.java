package studio.avatar.sandbox.launch.journey;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import javax.imageio.ImageIO;

/** Drawn portraits of one person: every one has another pose, light and background. */
final class Faces {

	private static final int WIDTH = 900;

	private static final int HEIGHT = 1200;

	private Faces() {
	}

	/** JPEG files, the same for the same person, all different from each other. */
	static List<byte[]> of(long person, int photos) {
		return IntStream.range(0, photos).mapToObj((photo) -> jpeg(new Random(31 * person + photo))).toList();
	}

	private static byte[] jpeg(Random chance) {
		BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
		Graphics2D pencil = picture.createGraphics();
		pencil.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
		background(pencil, chance);
		pencil.translate(WIDTH / 2 - 60 + chance.nextInt(120), HEIGHT / 2 - 60 + chance.nextInt(120));
		pencil.rotate(chance.nextDouble() * 0.5 - 0.25);
		face(pencil, chance);
		pencil.dispose();
		return encoded(picture);
	}

	private static void background(Graphics2D pencil, Random chance) {
		pencil.setColor(Color.getHSBColor(chance.nextFloat(), 0.5f, 0.4f + chance.nextFloat() / 2));
		pencil.fillRect(0, 0, WIDTH, HEIGHT);
		for (int spot = 0; spot < 40; spot++) {
			pencil.setColor(Color.getHSBColor(chance.nextFloat(), 0.6f, 0.8f));
			int size = 20 + chance.nextInt(160);
			pencil.fillOval(chance.nextInt(WIDTH), chance.nextInt(HEIGHT), size, size);
		}
	}

	private static void face(Graphics2D pencil, Random chance) {
		pencil.setColor(new Color(0x3b2417));
		pencil.fillOval(-270, -390, 540, 620);
		pencil.setColor(new Color(0xe8b894));
		pencil.fillOval(-220, -300, 440, 600);
		pencil.setColor(Color.WHITE);
		pencil.fillOval(-130, -90, 90, 60);
		pencil.fillOval(40, -90, 90, 60);
		int glance = chance.nextInt(40) - 20;
		pencil.setColor(new Color(0x2a5a3a));
		pencil.fillOval(-105 + glance, -82, 44, 44);
		pencil.fillOval(65 + glance, -82, 44, 44);
		pencil.setColor(new Color(0xc98f6c));
		pencil.fillOval(-28, -20, 56, 100);
		pencil.setColor(new Color(0xa83c3c));
		pencil.fillArc(-90, 90, 180, 60 + chance.nextInt(60), 180, 180);
	}

	private static byte[] encoded(BufferedImage picture) {
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		try {
			ImageIO.write(picture, "jpeg", file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return file.toByteArray();
	}

}
