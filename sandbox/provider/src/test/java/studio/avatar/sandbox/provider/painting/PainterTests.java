package studio.avatar.sandbox.provider.painting;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Optional;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class PainterTests {

	private static final ImageSize SIZE = new ImageSize(160, 120);

	@ParameterizedTest
	@CsvSource({ "a man on a beach,SEA", "мужчина у моря,SEA", "business portrait in studio,OFFICE",
			"walking through the city,TOWN", "snow in the city,SNOW", "кофе в кафе,CAFE",
			"embarked ship in space,SPACE" })
	void wordsChooseThePlace(String words, Backdrop place) {
		assertThat(Backdrop.of(words, new SplittableRandom(1))).isEqualTo(place);
	}

	@ParameterizedTest
	@EnumSource(Backdrop.class)
	void everyPlaceIsPaintedAllOver(Backdrop backdrop) {
		SplittableRandom random = new SplittableRandom(7);
		Canvas canvas = new Canvas(SIZE, backdrop.palette(random), random);

		backdrop.paint(canvas);

		for (int x = 0; x < SIZE.width(); x += 7) {
			assertThat(canvas.image.getRGB(x, SIZE.height() - 1)).isNotEqualTo(Color.BLACK.getRGB());
		}
	}

	@Test
	void theSmallestAndTheLongestPicturesArePainted() throws Exception {
		for (ImageSize size : new ImageSize[] { new ImageSize(64, 64), new ImageSize(64, 2000),
				new ImageSize(2000, 64) }) {
			BufferedImage picture = Painter
				.paint(new Commission("a very long prompt ".repeat(80), size, -1, Optional.empty(), false));

			assertThat(picture.getWidth()).isEqualTo(size.width());
			assertThat(picture.getHeight()).isEqualTo(size.height());
		}
	}

	@Test
	void aPersonBeforeAPlainWallIsCutOut() {
		BufferedImage person = CutOut.of(personBefore(new Color(50, 120, 240))).orElseThrow();

		assertThat(person.getRGB(20, 20) >>> 24).isZero();
		assertThat(person.getRGB(100, 100) >>> 24).isEqualTo(255);
	}

	@Test
	void aPersonBeforeALivelyWallIsNot() {
		BufferedImage lively = personBefore(Color.GREEN);
		SplittableRandom random = new SplittableRandom(1);
		for (int i = 0; i < 200 * 60; i++) {
			lively.setRGB(i % 200, i / 200, random.nextInt());
		}

		assertThat(CutOut.of(lively)).isEmpty();
	}

	private static BufferedImage personBefore(Color wall) {
		BufferedImage photo = new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB);
		Graphics2D g = photo.createGraphics();
		g.setColor(wall);
		g.fillRect(0, 0, 200, 200);
		g.setColor(new Color(210, 160, 130));
		g.fillOval(50, 50, 100, 120);
		g.fillRect(0, 140, 200, 60);
		g.dispose();
		return photo;
	}

}
