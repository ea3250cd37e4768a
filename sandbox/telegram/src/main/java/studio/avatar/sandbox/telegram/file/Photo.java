package studio.avatar.sandbox.telegram.file;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A picture sent as a photo: turned upright, without its metadata, as JPEG in up to four
 * sizes.
 *
 * @param sizes smallest first; the last has a longer side of at most 1280 pixels
 */
public record Photo(List<Size> sizes) {

	private static final int[] LONGER_SIDES = { 90, 320, 800, 1280 };

	private static final float QUALITY = 0.87f;

	/**
	 * One size of a photo.
	 */
	public record Size(int width, int height, byte[] jpeg) {
	}

	public Photo {
		sizes = List.copyOf(sizes);
	}

	/**
	 * Reads a picture that a bot sends; width and height together may be 10,000 pixels.
	 * @throws PhotoRefused when it is no picture that can be read here, or has dimensions
	 * Telegram refuses
	 */
	public static Photo fromBot(byte[] picture) {
		return of(picture, 10_000);
	}

	/**
	 * Reads a picture that a person sends; apps make it small before they send it, so it
	 * may be as large as a camera makes it.
	 * @throws PhotoRefused when it is no picture that can be read here, or is more than
	 * 20 times as long as wide
	 */
	public static Photo fromPerson(byte[] picture) {
		return of(picture, 60_000);
	}

	private static Photo of(byte[] picture, int mostPixels) {
		BufferedImage upright = Orientation.of(picture).turn(decode(picture, mostPixels));
		List<Size> sizes = new ArrayList<>();
		BufferedImage source = shrink(upright, LONGER_SIDES[LONGER_SIDES.length - 1]);
		int longer = Math.max(source.getWidth(), source.getHeight());
		sizes.add(encode(source));
		for (int i = LONGER_SIDES.length - 2; i >= 0; i--) {
			if (LONGER_SIDES[i] < longer) {
				source = shrink(source, LONGER_SIDES[i]);
				sizes.addFirst(encode(source));
			}
		}
		return new Photo(sizes);
	}

	private static BufferedImage decode(byte[] picture, int mostPixels) {
		try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(picture))) {
			Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
			if (!readers.hasNext()) {
				throw new PhotoRefused("IMAGE_PROCESS_FAILED");
			}
			ImageReader reader = readers.next();
			reader.setInput(in, true, true);
			refuseDimensions(reader.getWidth(0), reader.getHeight(0), mostPixels);
			ImageReadParam sparing = reader.getDefaultReadParam();
			int every = Math.max(1, Math.max(reader.getWidth(0), reader.getHeight(0)) / 2560);
			sparing.setSourceSubsampling(every, every, 0, 0);
			return reader.read(0, sparing);
		}
		catch (IOException | RuntimeException ex) {
			throw (ex instanceof PhotoRefused refused) ? refused : new PhotoRefused("IMAGE_PROCESS_FAILED");
		}
	}

	private static void refuseDimensions(int width, int height, int most) {
		if (width + height > most || Math.max(width, height) > 20 * Math.min(width, height)) {
			throw new PhotoRefused("PHOTO_INVALID_DIMENSIONS");
		}
	}

	private static BufferedImage shrink(BufferedImage picture, int longerSide) {
		double scale = Math.min(1.0, (double) longerSide / Math.max(picture.getWidth(), picture.getHeight()));
		int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
		int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
		BufferedImage source = picture;
		while (source.getWidth() > 2 * width && source.getHeight() > 2 * height) {
			source = draw(source, source.getWidth() / 2, source.getHeight() / 2);
		}
		return draw(source, width, height);
	}

	private static BufferedImage draw(BufferedImage picture, int width, int height) {
		BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		Graphics2D graphics = drawn.createGraphics();
		graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
		graphics.drawImage(picture, 0, 0, width, height, Color.WHITE, null);
		graphics.dispose();
		return drawn;
	}

	private static Size encode(BufferedImage picture) {
		ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (ImageOutputStream target = new MemoryCacheImageOutputStream(out)) {
			ImageWriteParam parameters = writer.getDefaultWriteParam();
			parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
			parameters.setCompressionQuality(QUALITY);
			writer.setOutput(target);
			writer.write(null, new IIOImage(picture, null, null), parameters);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		finally {
			writer.dispose();
		}
		return new Size(picture.getWidth(), picture.getHeight(), out.toByteArray());
	}

}
