package studio.avatar.training.photo;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

import org.springframework.stereotype.Component;

/**
 * Looks at a file as it was sent: what it really is, how large it really is, and whether
 * it can be read to its end. Knows no chat, no database, no clock.
 */
@Component
class PhotoInspection {

	private final PhotoSettings settings;

	PhotoInspection(PhotoSettings settings) {
		this.settings = settings;
		ImageIO.scanForPlugins();
		ImageIO.setUseCache(false);
	}

	Finding inspect(byte[] file) {
		if (file.length > this.settings.largestFile().toBytes()) {
			return Finding.Bad.of(PhotoFault.TOO_LARGE);
		}
		return switch (PhotoFormat.of(file)) {
			case JPEG, PNG -> decode(file, this.settings.mostPixels());
			case WEBP -> decode(file, this.settings.mostPixelsWebp());
			case HEIC -> Finding.Bad.of(PhotoFault.HEIC);
			case OTHER -> Finding.Bad.of(PhotoFault.NOT_A_PHOTO);
		};
	}

	private Finding decode(byte[] file, long mostPixels) {
		try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
			Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
			return readers.hasNext() ? read(readers.next(), in, file, mostPixels) : Finding.Bad.of(PhotoFault.BROKEN);
		}
		catch (IOException | RuntimeException ex) {
			// decoders answer damaged files with whatever runtime exception they run into
			return Finding.Bad.of(PhotoFault.BROKEN);
		}
	}

	private Finding read(ImageReader reader, ImageInputStream in, byte[] file, long mostPixels) throws IOException {
		try {
			reader.setInput(in, true, true);
			int width = reader.getWidth(0);
			int height = reader.getHeight(0);
			Optional<PhotoFault> fault = size(width, height, mostPixels);
			return fault.isPresent() ? new Finding.Bad(fault.get(), width, height)
					: pixels(reader, Math.max(width, height)).map((image) -> normalised(image, file))
						.orElseGet(() -> Finding.Bad.of(PhotoFault.BROKEN));
		}
		finally {
			reader.dispose();
		}
	}

	/** Read from the header: nothing is decoded yet, so a bomb does not go off. */
	private Optional<PhotoFault> size(int width, int height, long mostPixels) {
		if ((long) width * height > mostPixels) {
			return Optional.of(PhotoFault.TOO_MANY_PIXELS);
		}
		return (Math.min(width, height) < this.settings.shorterSide()) ? Optional.of(PhotoFault.TOO_SMALL)
				: Optional.empty();
	}

	/**
	 * Empty when the file ends too early: decoders fill the rest with grey and only warn.
	 * A large photo is read at a fraction of its size, so that it takes at most twice the
	 * longer side in each direction.
	 */
	private Optional<BufferedImage> pixels(ImageReader reader, int longerSide) throws IOException {
		AtomicBoolean warned = new AtomicBoolean();
		reader.addIIOReadWarningListener((source, warning) -> warned.compareAndSet(false, isTruncation(warning)));
		ImageReadParam how = reader.getDefaultReadParam();
		int step = Math.max(1, longerSide / this.settings.longerSide());
		how.setSourceSubsampling(step, step, 0, 0);
		BufferedImage image = reader.read(0, how);
		return warned.get() ? Optional.empty() : Optional.of(image);
	}

	/** Other warnings are about colour profiles and headers, and harmless. */
	private static boolean isTruncation(String warning) {
		return warning.toLowerCase(Locale.ROOT).matches(".*(premature|truncated|end of).*");
	}

	private Finding normalised(BufferedImage image, byte[] file) {
		BufferedImage scaled = Normalised.scale(image, this.settings.longerSide());
		BufferedImage upright = Upright.of(scaled, file);
		return new Finding.Good(Normalised.jpeg(upright), upright.getWidth(), upright.getHeight());
	}

}
