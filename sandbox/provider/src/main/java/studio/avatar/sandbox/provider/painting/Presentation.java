package studio.avatar.sandbox.provider.painting;

import java.awt.image.BufferedImage;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/** How the person is put before the backdrop. */
enum Presentation {

	BUST(Frames::bust), FULL(Frames::full), MEDALLION(Frames::medallion), ARCH(Frames::arch),
	POLAROID(Frames::polaroid), FOUR(Frames::four);

	private static final Pattern FOUR_WORDS = Pattern.compile("pop.art|comic|warhol|комикс");

	private static final Pattern FULL_WORDS = Pattern.compile("close.?up|headshot|крупн");

	private final BiConsumer<Canvas, BufferedImage> frame;

	Presentation(BiConsumer<Canvas, BufferedImage> frame) {
		this.frame = frame;
	}

	static Presentation of(String words, SplittableRandom random) {
		Presentation[] usual = { BUST, BUST, FULL, MEDALLION, ARCH, POLAROID };
		Presentation bySeed = usual[random.nextInt(usual.length)];
		if (FOUR_WORDS.matcher(words).find()) {
			return FOUR;
		}
		return FULL_WORDS.matcher(words).find() ? FULL : bySeed;
	}

	void show(Canvas canvas, BufferedImage portrait) {
		this.frame.accept(canvas, portrait);
	}

}
