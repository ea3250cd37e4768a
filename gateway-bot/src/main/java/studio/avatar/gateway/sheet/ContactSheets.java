package studio.avatar.gateway.sheet;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;

import javax.imageio.ImageIO;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.avatar.common.contract.MediaRef;
import studio.avatar.common.contract.Sheet;
import studio.avatar.common.media.MediaStore;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Paints contact sheets, each one picture after the other. Pictures are made small one at
 * a time in the whole process, since that takes the memory; nobody waits in that line for
 * a file. A picture that is missing, broken or too slow is a grey field.
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

	/** The store may take this long for all files of a sheet together. */
	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private static final Logger log = LoggerFactory.getLogger(ContactSheets.class);

	private final MediaStore media;

	private final Duration patience;

	private final ReentrantLock makingSmall = new ReentrantLock();

	private final ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor();

	@Autowired
	ContactSheets(MediaStore media) {
		this(media, PATIENCE);
	}

	ContactSheets(MediaStore media, Duration patience) {
		this.media = media;
		this.patience = patience;
	}

	/** Paints a sheet. */
	public PaintedSheet paint(Sheet sheet) {
		int count = sheet.pictures().size();
		BufferedImage image = new BufferedImage(extent(Math.min(count, COLUMNS)), extent(Math.ceilDiv(count, COLUMNS)),
				BufferedImage.TYPE_INT_RGB);
		Graphics2D on = image.createGraphics();
		on.setColor(Color.WHITE);
		on.fillRect(0, 0, image.getWidth(), image.getHeight());
		on.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
		boolean whole = true;
		Patience left = new Patience(this.patience);
		for (int i = 0; i < count; i++) {
			whole &= field(on, small(sheet.pictures().get(i), left), extent(i % COLUMNS), extent(i / COLUMNS));
			number(on, sheet.firstNumber() + i, extent(i % COLUMNS), extent(i / COLUMNS));
		}
		on.dispose();
		return new PaintedSheet(jpeg(image), whole);
	}

	/** How far so many fields reach, with a gap before, between and behind them. */
	private static int extent(int fields) {
		return GAP + fields * (SIDE + GAP);
	}

	private static boolean field(Graphics2D on, Optional<BufferedImage> small, int left, int top) {
		small.ifPresentOrElse((image) -> drawMiddle(on, image, left, top), () -> {
			on.setColor(EMPTY);
			on.fillRect(left, top, SIDE, SIDE);
		});
		return small.isPresent();
	}

	private Optional<BufferedImage> small(MediaRef picture, Patience left) {
		try {
			return Optional.of(small(left.waitFor(this.readers.submit(() -> this.media.read(picture)))));
		}
		catch (IOException ex) {
			log.atWarn().addKeyValue("file", picture.key()).setCause(ex).log("A picture of a sheet cannot be read");
			return Optional.empty();
		}
	}

	private BufferedImage small(byte[] picture) throws IOException {
		this.makingSmall.lock();
		try {
			return Thumbnail.read(new ByteArrayInputStream(picture), SIDE);
		}
		finally {
			this.makingSmall.unlock();
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
