package studio.avatar.gateway.sheet;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;

import studio.avatar.common.contract.MediaRef;
import studio.avatar.common.contract.Sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

class ContactSheetsTests {

	private static final List<Color> COLORS = List.of(Color.RED, Color.GREEN, Color.BLUE, Color.ORANGE);

	private final Drawer drawer = new Drawer();

	private final ContactSheets sheets = new ContactSheets(this.drawer);

	@Test
	void picturesStandInRowsOfThreeInTheirOrder() throws IOException {
		List<MediaRef> pictures = COLORS.stream().map((color) -> this.drawer.keep(png(700, 400, color))).toList();

		PaintedSheet painted = this.sheets.paint(new Sheet(pictures, 1));

		BufferedImage image = ImageIO.read(new ByteArrayInputStream(painted.jpeg()));
		assertThat(painted.whole()).isTrue();
		assertThat(image.getWidth()).isEqualTo(3 * ContactSheets.SIDE + 4 * ContactSheets.GAP);
		assertThat(image.getHeight()).isEqualTo(2 * ContactSheets.SIDE + 3 * ContactSheets.GAP);
		assertThat(IntStream.range(0, 4)).allSatisfy((field) -> assertSimilar(image, field, COLORS.get(field)));
		assertSimilar(image, 4, Color.WHITE);
	}

	@Test
	void aPictureThatIsMissingOrBrokenIsAGreyFieldAndCostsNoOther() throws IOException {
		MediaRef lost = this.drawer.keep(png(500, 500, Color.PINK));
		this.drawer.delete(lost.key());
		byte[] half = java.util.Arrays.copyOf(png(500, 500, Color.PINK), 60);

		PaintedSheet painted = this.sheets.paint(new Sheet(List.of(lost, this.drawer.keep(half),
				this.drawer.keep("no picture".getBytes()), this.drawer.keep(png(500, 500, Color.RED))), 7));

		BufferedImage image = ImageIO.read(new ByteArrayInputStream(painted.jpeg()));
		assertThat(painted.whole()).isFalse();
		assertThat(IntStream.range(0, 3)).allSatisfy((field) -> assertSimilar(image, field, ContactSheets.EMPTY));
		assertSimilar(image, 3, Color.RED);
	}

	@Test
	void aFileThatHangsKeepsNoOtherSheetWaiting() throws Exception {
		HangingDrawer hanging = new HangingDrawer();
		MediaRef there = hanging.keep(png(500, 500, Color.RED));
		Sheet hangs = new Sheet(List.of(there, hanging.hangs()), 1);
		ContactSheets sheets = new ContactSheets(hanging, Duration.ofMinutes(1));
		try (ExecutorService others = Executors.newVirtualThreadPerTaskExecutor()) {
			others.submit(() -> sheets.paint(hangs));
			hanging.opened.await();

			Future<PaintedSheet> quick = others.submit(() -> sheets.paint(new Sheet(List.of(there, there), 1)));

			assertThat(quick).succeedsWithin(Duration.ofSeconds(20)).extracting(PaintedSheet::whole).isEqualTo(true);
			hanging.end.countDown();
		}
	}

	@Test
	void aStoreThatHangsIsWaitedForAWhileAndNotForEachPicture() {
		HangingDrawer hanging = new HangingDrawer();
		Sheet hangs = new Sheet(Collections.nCopies(9, hanging.hangs()), 1);
		ContactSheets sheets = new ContactSheets(hanging, Duration.ofMillis(800));
		long begin = System.nanoTime();

		PaintedSheet painted = sheets.paint(hangs);

		assertThat(painted.whole()).isFalse();
		assertThat(Duration.ofNanos(System.nanoTime() - begin)).isBetween(Duration.ofMillis(800),
				Duration.ofMillis(9 * 800));
		hanging.end.countDown();
	}

	@Test
	void whateverAFileMakesAReaderThrowItIsAPictureThatCannotBeRead() {
		InputStream broken = new InputStream() {
			@Override
			public int read() {
				throw new IllegalStateException("broken");
			}
		};

		assertThatExceptionOfType(IOException.class).isThrownBy(() -> Thumbnail.read(broken, 320))
			.withCauseInstanceOf(IllegalStateException.class);
	}

	@Test
	void aLargePictureIsReadSmall() throws IOException {
		BufferedImage small = Thumbnail.read(new ByteArrayInputStream(png(4000, 3000, Color.RED)), 320);

		assertThat(small.getHeight()).isBetween(640, 1280);
		assertThat(small.getRGB(100, 100)).isEqualTo(Color.RED.getRGB());
	}

	@Test
	void aSmallFileThatSaysItIsHugeIsNotRead() {
		byte[] bomb = png(1, 1, Color.RED);
		ByteBuffer.wrap(bomb).putInt(16, 60_000).putInt(20, 60_000);

		assertThatExceptionOfType(IOException.class)
			.isThrownBy(() -> Thumbnail.read(new ByteArrayInputStream(bomb), 320))
			.withMessage("a picture of 60000 x 60000 pixels");
	}

	@Test
	void numbersAreReadWithoutAnyFont() {
		BufferedImage image = new BufferedImage(Digits.widthOf(27), Digits.HEIGHT, BufferedImage.TYPE_INT_RGB);

		Digits.draw(image.createGraphics(), 27, 0, 0, 1);

		assertThat(IntStream.range(0, Digits.HEIGHT).mapToObj((y) -> row(image, y))).containsExactly(" ###  #####",
				"#   #     #", "    #    # ", "  ##    #  ", " #     #   ", "#      #   ", "#####  #   ");
	}

	private static String row(BufferedImage image, int y) {
		return IntStream.range(0, image.getWidth())
			.mapToObj((x) -> ((image.getRGB(x, y) & 0xFFFFFF) != 0) ? "#" : " ")
			.reduce("", String::concat);
	}

	private static void assertSimilar(BufferedImage image, int field, Color expected) {
		int step = ContactSheets.SIDE + ContactSheets.GAP;
		Color seen = new Color(image.getRGB(field % 3 * step + step / 2, field / 3 * step + step / 2));
		assertThat(seen.getRed()).as("red of field %d", field).isCloseTo(expected.getRed(), within(8));
		assertThat(seen.getGreen()).as("green of field %d", field).isCloseTo(expected.getGreen(), within(8));
		assertThat(seen.getBlue()).as("blue of field %d", field).isCloseTo(expected.getBlue(), within(8));
	}

	private static byte[] png(int width, int height, Color color) {
		BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		var graphics = image.createGraphics();
		graphics.setColor(color);
		graphics.fillRect(0, 0, width, height);
		graphics.dispose();
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try {
			ImageIO.write(image, "png", out);
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
		return out.toByteArray();
	}

	/** One of its files comes only at the end. */
	private static final class HangingDrawer extends Drawer {

		private final CountDownLatch opened = new CountDownLatch(1);

		private final CountDownLatch end = new CountDownLatch(1);

		private final MediaRef hangs = keep(png(500, 500, Color.PINK));

		MediaRef hangs() {
			return this.hangs;
		}

		@Override
		public InputStream open(MediaRef file) throws IOException {
			if (file.equals(this.hangs)) {
				this.opened.countDown();
				awaitTheEnd();
			}
			return super.open(file);
		}

		private void awaitTheEnd() throws IOException {
			try {
				this.end.await();
			}
			catch (InterruptedException ex) {
				throw new IOException(ex);
			}
		}

	}

}
