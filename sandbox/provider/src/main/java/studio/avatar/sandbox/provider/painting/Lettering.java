package studio.avatar.sandbox.provider.painting;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Letters made of strokes, Latin and Cyrillic, so that pictures need no fonts of the
 * machine and look the same on all.
 *
 * <p>
 * {@code glyphs.txt} has a letter a line: the letter, its width, its strokes. A point is
 * two base-36 digits, x and y: capitals begin at y 0, small letters at 6, both stand on
 * 16 and hang down to 21. A stroke that begins with a tilde is round.
 */
final class Lettering {

	/** Height of a capital, in the units of the letters. */
	static final double CAPITAL = 16;

	/** From one baseline to the next. */
	static final double LINE = 28;

	private static final double GAP = 4;

	private static final double SPACE = 6;

	private static final Map<Integer, Glyph> GLYPHS = read();

	/** A letter, its left end at 0. */
	private record Glyph(double width, Path2D shape) {
	}

	private Lettering() {
	}

	/** How long a text is. */
	static double width(String text) {
		return text.codePoints().mapToDouble((letter) -> glyph(letter).width() + GAP).sum();
	}

	/**
	 * The strokes of a text, its left end at 0, its capitals from 0 down to
	 * {@link #CAPITAL}.
	 */
	static Path2D shape(String text) {
		Path2D all = new Path2D.Double();
		double[] x = new double[1];
		text.codePoints().forEach((letter) -> {
			Glyph glyph = glyph(letter);
			Path2D moved = (Path2D) glyph.shape().clone();
			moved.transform(AffineTransform.getTranslateInstance(x[0], 0));
			all.append(moved, false);
			x[0] += glyph.width() + GAP;
		});
		return all;
	}

	private static Glyph glyph(int letter) {
		if (Character.isWhitespace(letter)) {
			return new Glyph(SPACE, new Path2D.Double());
		}
		Glyph known = GLYPHS.get(Lookalikes.of(letter));
		return (known != null) ? known : withoutAccent(letter);
	}

	private static Glyph withoutAccent(int letter) {
		int base = Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFD).codePointAt(0);
		Glyph known = GLYPHS.get(Lookalikes.of(base));
		return (known != null) ? known : Objects.requireNonNull(GLYPHS.get((int) '·'));
	}

	private static Map<Integer, Glyph> read() {
		Map<Integer, Glyph> glyphs = new HashMap<>();
		try (InputStream in = Lettering.class.getResourceAsStream("glyphs.txt");
				BufferedReader lines = new BufferedReader(
						new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
			for (@Nullable
			String line; (line = lines.readLine()) != null;) {
				glyphs.put(line.codePointAt(0), glyph(line.split(" ")));
			}
			return glyphs;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Glyph glyph(String[] parts) {
		Path2D shape = new Path2D.Double();
		for (int i = 2; i < parts.length; i++) {
			boolean round = parts[i].startsWith("~");
			shape.append(Stroke.of(round ? parts[i].substring(1) : parts[i], round), false);
		}
		return new Glyph(Character.digit(parts[1].charAt(0), 36), shape);
	}

}
