package studio.avatar.sandbox.telegram.file;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How a camera was held, as EXIF tag 0x0112 of a JPEG says it.
 *
 * @param value 1 upright, 2–8 mirrored or turned
 */
record Orientation(int value) {

	private static final int APP1 = 0xFFE1;

	private static final int ORIENTATION = 0x0112;

	/** Reads it from a JPEG; whatever has none is upright. */
	static Orientation of(byte[] picture) {
		try {
			return new Orientation(find(ByteBuffer.wrap(picture)));
		}
		catch (RuntimeException ex) {
			return new Orientation(1); // broken metadata must not spoil the picture
		}
	}

	private static int find(ByteBuffer jpeg) {
		if (jpeg.getShort() != (short) 0xFFD8) {
			return 1;
		}
		while (true) {
			int marker = jpeg.getShort() & 0xFFFF;
			int length = jpeg.getShort() & 0xFFFF;
			if (marker == APP1 && jpeg.getInt(jpeg.position()) == 0x45786966) {
				return inTiff(jpeg.slice(jpeg.position() + 6, length - 8));
			}
			if (marker == 0xFFDA || (marker >>> 8) != 0xFF) {
				return 1;
			}
			jpeg.position(jpeg.position() + length - 2);
		}
	}

	private static int inTiff(ByteBuffer tiff) {
		tiff.order((tiff.getShort(0) == 0x4949) ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
		int directory = tiff.getInt(4);
		int entries = tiff.getShort(directory);
		for (int i = 0; i < entries; i++) {
			int entry = directory + 2 + 12 * i;
			if (tiff.getShort(entry) == ORIENTATION) {
				int value = tiff.getShort(entry + 8);
				return (value >= 1 && value <= 8) ? value : 1;
			}
		}
		return 1;
	}

	/** The picture as it was seen. */
	BufferedImage turn(BufferedImage picture) {
		if (this.value == 1) {
			return picture;
		}
		int w = picture.getWidth();
		int h = picture.getHeight();
		AffineTransform turn = switch (this.value) {
			case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
			case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
			case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
			case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
			case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
			case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
			default -> new AffineTransform(0, -1, 1, 0, 0, w);
		};
		boolean lying = this.value >= 5;
		BufferedImage turned = new BufferedImage(lying ? h : w, lying ? w : h, BufferedImage.TYPE_INT_RGB);
		Graphics2D graphics = turned.createGraphics();
		graphics.drawImage(picture, turn, null);
		graphics.dispose();
		return turned;
	}

}
