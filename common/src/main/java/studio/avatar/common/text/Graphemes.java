package studio.avatar.common.text;

import java.text.BreakIterator;
import java.util.BitSet;
import java.util.Locale;

/**
 * A text as characters that people see: a flag, a family of emoji and a letter with its
 * accents are one each, however many UTF-16 units they take.
 */
public final class Graphemes {

	private static final String CUT = "…";

	private final String text;

	private final BitSet boundaries;

	public Graphemes(String text) {
		this.text = text;
		this.boundaries = boundaries(text, BreakIterator.getCharacterInstance(Locale.ROOT));
	}

	/**
	 * All places where something begins or ends, found in one go: to ask a
	 * {@link BreakIterator} for each place takes time that grows with the square.
	 */
	public static BitSet boundaries(String text, BreakIterator kind) {
		kind.setText(text);
		BitSet boundaries = new BitSet(text.length() + 1);
		for (int at = kind.first(); at != BreakIterator.DONE; at = kind.next()) {
			boundaries.set(at);
		}
		return boundaries;
	}

	/** Whether a character ends or begins here. */
	public boolean isBoundary(int at) {
		return this.boundaries.get(at);
	}

	/**
	 * Where the character that this place is in has ended; the place itself between two.
	 */
	public int endAt(int at) {
		return this.boundaries.nextSetBit(at);
	}

	/**
	 * Where the character that this place is in begins; the place itself between two. One
	 * that fills everything since {@code after} is broken between code points.
	 */
	public int beginAt(int at, int after) {
		int begin = this.boundaries.previousSetBit(at);
		return (begin > after) ? begin : codePointAt(at);
	}

	private int codePointAt(int at) {
		boolean inPair = at > 0 && at < this.text.length()
				&& Character.isSurrogatePair(this.text.charAt(at - 1), this.text.charAt(at));
		return inPair ? at - 1 : at;
	}

	/**
	 * A text of no more than so many UTF-16 units; one that was longer ends with ….
	 * @param most at least 1
	 */
	public static String shorten(String text, int most) {
		return (text.length() <= most) ? text
				: text.substring(0, new Graphemes(text).beginAt(most - CUT.length(), 0)).stripTrailing() + CUT;
	}

}
