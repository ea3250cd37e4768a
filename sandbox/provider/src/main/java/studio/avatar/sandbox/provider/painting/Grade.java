package studio.avatar.sandbox.provider.painting;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.SplittableRandom;
import java.util.regex.Pattern;

/** How a portrait is coloured, so that it belongs into its picture. */
enum Grade {

	/** As the light of the place would have it. */
	NATURAL {
		@Override
		Color of(Color pixel, double bright, Palette palette) {
			return Palette.between(pixel, Palette.between(palette.near(), palette.light(), bright), 0.16);
		}
	},
	/** Lit by two coloured lamps. */
	TWO_LAMPS {
		@Override
		Color of(Color pixel, double bright, Palette palette) {
			Color lamps = (bright < 0.5) ? Palette.between(palette.near(), palette.far(), bright * 2)
					: Palette.between(palette.far(), palette.light(), bright * 2 - 1);
			return Palette.between(pixel, lamps, 0.42);
		}
	},
	/** Dark to light in the colours of the place. */
	PRINT {
		@Override
		Color of(Color pixel, double bright, Palette palette) {
			double hard = Math.clamp((bright - 0.5) * 1.35 + 0.5, 0, 1);
			Color dark = Palette.between(palette.near(), Color.BLACK, 0.45);
			return (hard < 0.55) ? Palette.between(dark, palette.far(), hard / 0.55) : Palette.between(palette.far(),
					Palette.between(palette.light(), Color.WHITE, 0.4), (hard - 0.55) / 0.45);
		}
	},
	NOIR {
		@Override
		Color of(Color pixel, double bright, Palette palette) {
			float grey = (float) Math.clamp((bright - 0.45) * 1.3 + 0.45, 0, 1);
			return new Color(grey, grey, grey);
		}
	},
	SEPIA {
		@Override
		Color of(Color pixel, double bright, Palette palette) {
			return Palette.between(new Color(0x2a1a0c), new Color(0xfbe9c6), bright);
		}
	};

	private static final Pattern NOIR_WORDS = Pattern.compile("noir|black.and.white|monochrom|ч[её]рно-бел");

	private static final Pattern SEPIA_WORDS = Pattern.compile("vintage|retro|old photo|sepia|винтаж|ретро");

	private static final Pattern PRINT_WORDS = Pattern.compile("poster|comic|pop.art|graphic|постер|комикс");

	private static final Pattern LAMP_WORDS = Pattern.compile("neon|cyber|club|concert|stage|неон|концерт");

	abstract Color of(Color pixel, double bright, Palette palette);

	static Grade of(String words, SplittableRandom random) {
		Grade bySeed = switch (random.nextInt(5)) {
			case 0 -> TWO_LAMPS;
			case 1 -> SEPIA;
			default -> NATURAL;
		};
		if (NOIR_WORDS.matcher(words).find()) {
			return NOIR;
		}
		if (SEPIA_WORDS.matcher(words).find()) {
			return SEPIA;
		}
		if (PRINT_WORDS.matcher(words).find()) {
			return PRINT;
		}
		return LAMP_WORDS.matcher(words).find() ? TWO_LAMPS : bySeed;
	}

	BufferedImage applied(BufferedImage portrait, Palette palette) {
		BufferedImage graded = new BufferedImage(portrait.getWidth(), portrait.getHeight(), portrait.getType());
		for (int y = 0; y < portrait.getHeight(); y++) {
			for (int x = 0; x < portrait.getWidth(); x++) {
				Color pixel = new Color(portrait.getRGB(x, y));
				int rgb = of(pixel, brightness(pixel), palette).getRGB();
				graded.setRGB(x, y, rgb & 0xffffff | portrait.getRGB(x, y) & 0xff000000);
			}
		}
		return graded;
	}

	private static double brightness(Color pixel) {
		return (0.299 * pixel.getRed() + 0.587 * pixel.getGreen() + 0.114 * pixel.getBlue()) / 255;
	}

}
