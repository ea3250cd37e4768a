package studio.avatar.gateway.sheet;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

import javax.imageio.ImageIO;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.avatar.common.contract.MediaRef;
import studio.avatar.common.contract.Sheet;
import studio.avatar.common.media.MediaStore;

import org.springframework.stereotype.Component;

/**
 * Paints contact sheets, one at a time, and of each one picture after the other: that is
 * all the memory it takes. A picture that is missing or broken is a grey field.
 */
@Component
public class ContactSheets {

	/** Of a field, in pixels. */
	static final int SIDE = 320;

	static final int GAP = 6;

	static final Color EMPTY = new Color(0x9AA0A6);

	private static final int COLUMNS = 3;

	/** Of the squares that numbers are drawn from, in pixels. */
	private static final int SQUARE = 6;

	private static final Logger log = LoggerFactory.getLogger(ContactSheets.class);

	private final MediaStore media;

	private final ReentrantLock painting = new ReentrantLock();

	ContactSheets(MediaStore media) {
		this.media = media;
	}

	/** Paints a sheet. */
	public PaintedSheet paint(Sheet sheet) {
		this.painting.lock();
		try {
			return painted(sheet);
		}
		finally {
			this.painting.unlock();
		}
	}

	private PaintedSheet painted(Sheet sheet) {
		int count = sheet.pictures().size();
		BufferedImage image = new BufferedImage(extent(Math.min(count, COLUMNS)), extent(Math.ceilDiv(count, COLUMNS)),
				BufferedImage.TYPE_INT_RGB);
		Graphics2D on = image.createGraphics();
		on.setColor(Color.WHITE);
		on.fillRect(0, 0, image.getWidth(), image.getHeight());
		on.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
		boolean whole = true;
		for (int i = 0; i < count; i++) {
			whole &= field(on, sheet.pictures().get(i), extent(i % COLUMNS), extent(i / COLUMNS));
			number(on, sheet.firstNumber() + i, extent(i % COLUMNS), extent(i / COLUMNS));
		}
		on.dispose();
		return new PaintedSheet(jpeg(image), whole);
	}

	/** How far so many fields reach, with a gap before, between and behind them. */
	private static int extent(int fields) {
		return GAP + fields * (SIDE + GAP);
	}

	private boolean field(Graphics2D on, MediaRef picture, int left, int top) {
		Optional<BufferedImage> small = read(picture);
		small.ifPresentOrElse((image) -> drawMiddle(on, image, left, top), () -> {
			on.setColor(EMPTY);
			on.fillRect(left, top, SIDE, SIDE);
		});
		return small.isPresent();
	}

	private Optional<BufferedImage> read(MediaRef picture) {
		try (InputStream content = this.media.open(picture)) {
			return Optional.of(Thumbnail.read(content, SIDE));
		}
		catch (IOException ex) {
			log.atWarn().addKeyValue("file", picture.key()).setCause(ex).log("A picture of a sheet cannot be read");
			return Optional.empty();
		}
	}

	/** The middle of the picture fills the field. */
	private static void drawMiddle(Graphics2D on, BufferedImage image, int left, int top) {
		int side = Math.min(image.getWidth(), image.getHeight());
		int x = (image.getWidth() - side) / 2;
		int y = (image.getHeight() - side) / 2;
		on.drawImage(image, left, top, left + SIDE, top + SIDE, x, y, x + side, y + side, null);
	}

	/** White on dark in the corner, to be read on any picture. */
	private static void number(Graphics2D on, int number, int left, int top) {
		on.setColor(new Color(0, 0, 0, 0xB0));
		on.fillRect(left, top, (Digits.widthOf(number) + 4) * SQUARE, (Digits.HEIGHT + 4) * SQUARE);
		on.setColor(Color.WHITE);
		Digits.draw(on, number, left + 2 * SQUARE, top + 2 * SQUARE, SQUARE);
	}

	private static byte[] jpeg(BufferedImage image) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try {
			ImageIO.write(image, "jpeg", out);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return out.toByteArray();
	}

}
