package studio.avatar.sandbox.provider.llm;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Describes a picture by what can be measured: its shape, brightness, contrast, warmth
 * and colours. Never who is on it.
 */
final class PictureWords {

	private static final int SAMPLES = 64;

	private int count;

	private double sum;

	private double squares;

	private double warmth;

	private final Map<String, Integer> colors = new TreeMap<>();

	private PictureWords() {
	}

	static String describe(BufferedImage picture) {
		PictureWords words = new PictureWords();
		for (int y = 0; y < SAMPLES; y++) {
			for (int x = 0; x < SAMPLES; x++) {
				int rgb = picture.getRGB(x * picture.getWidth() / SAMPLES, y * picture.getHeight() / SAMPLES);
				words.add(new Color(rgb));
			}
		}
		return "A " + orientation(picture) + " photograph, " + words.light() + ", " + words.contrast() + ", "
				+ words.tone() + ", dominated by " + String.join(" and ", words.mostColors());
	}

	private void add(Color pixel) {
		double bright = (0.299 * pixel.getRed() + 0.587 * pixel.getGreen() + 0.114 * pixel.getBlue()) / 255;
		this.count++;
		this.sum += bright;
		this.squares += bright * bright;
		this.warmth += (pixel.getRed() - pixel.getBlue()) / 255.0;
		this.colors.merge(name(pixel, bright), 1, Integer::sum);
	}

	private static String orientation(BufferedImage picture) {
		double ratio = (double) picture.getWidth() / picture.getHeight();
		return (ratio > 1.1) ? "landscape-format" : ((ratio < 0.9) ? "portrait-format" : "square");
	}

	private String light() {
		double mean = this.sum / this.count;
		return (mean > 0.62) ? "brightly lit" : ((mean < 0.33) ? "dark and moody" : "evenly lit");
	}

	private String contrast() {
		double mean = this.sum / this.count;
		double spread = Math.sqrt(Math.max(0, this.squares / this.count - mean * mean));
		return (spread > 0.27) ? "strong contrast" : ((spread < 0.12) ? "low contrast" : "natural contrast");
	}

	private String tone() {
		double mean = this.warmth / this.count;
		return (mean > 0.06) ? "warm tones" : ((mean < -0.06) ? "cool tones" : "neutral tones");
	}

	private List<String> mostColors() {
		return this.colors.entrySet()
			.stream()
			.sorted(Comparator.comparing((Map.Entry<String, Integer> color) -> -color.getValue()))
			.limit(2)
			.map(Map.Entry::getKey)
			.toList();
	}

	private static String name(Color pixel, double bright) {
		float[] hsb = Color.RGBtoHSB(pixel.getRed(), pixel.getGreen(), pixel.getBlue(), null);
		if (hsb[2] < 0.15) {
			return "black";
		}
		if (hsb[1] < 0.15) {
			return (bright > 0.8) ? "white" : "grey";
		}
		String[] names = { "red", "orange", "yellow", "green", "green", "teal", "blue", "blue", "violet", "pink" };
		String name = names[(int) (hsb[0] * names.length) % names.length];
		return (name.equals("orange") && hsb[2] < 0.6) ? "brown" : name;
	}

}
