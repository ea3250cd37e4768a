package studio.avatar.gateway.reply;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;

import studio.avatar.common.text.Graphemes;

/**
 * Where a text that is too long for one message is cut: between paragraphs, else lines,
 * else sentences, else words, else characters as people see them. A cut leaves at least
 * half of a message full where it can, and a style whole unless that is longer than a
 * message by itself.
 */
final class Cuts {

	/** More than this is no reading for a chat: the last one ends with …. */
	static final int MOST_PARTS = 10;

	private final StyledText styled;

	private final String text;

	private final int first;

	private final int rest;

	private final List<IntPredicate> readableCuts;

	Cuts(StyledText styled, int first, int rest) {
		this.styled = styled;
		this.text = styled.text();
		this.first = first;
		this.rest = rest;
		BitSet sentences = Graphemes.boundaries(this.text, BreakIterator.getSentenceInstance(Locale.ROOT));
		this.readableCuts = List.of(this::isBetweenParagraphs, (at) -> is(at - 1, '\n') || is(at, '\n'), sentences::get,
				(at) -> isSpace(at - 1) || isSpace(at));
	}

	/**
	 * What one message holds, in UTF-16 units of the whole text, without space around it.
	 */
	record Part(int from, int to) {

		int length() {
			return this.to - this.from;
		}

	}

	/**
	 * All messages in order; the last may be longer than a message when there are too
	 * many.
	 */
	List<Part> parts() {
		List<Part> parts = new ArrayList<>();
		Part left = trimmed(this.text, 0, this.text.length());
		int limit = this.first;
		while (left.length() > limit && parts.size() < MOST_PARTS - 1) {
			int cut = cut(left.from(), limit);
			parts.add(trimmed(this.text, left.from(), cut));
			left = trimmed(this.text, cut, left.to());
			limit = this.rest;
		}
		parts.add(left);
		return parts;
	}

	private int cut(int from, int limit) {
		int latest = from + limit;
		int half = from + limit / 2;
		int cut = readable(latest, half, true);
		cut = (cut > 0) ? cut : readable(latest, from, true);
		cut = (cut > 0) ? cut : last(latest, from, this::keepsStyles, this.styled.characters()::isBoundary);
		cut = (cut > 0) ? cut : readable(latest, half, false);
		cut = (cut > 0) ? cut : last(latest, from, (at) -> true, this.styled.characters()::isBoundary);
		return (cut > 0) ? cut : betweenCodePoints(latest);
	}

	private int readable(int latest, int after, boolean keepStyles) {
		IntPredicate allowed = (at) -> this.styled.characters().isBoundary(at) && (!keepStyles || keepsStyles(at));
		return this.readableCuts.stream()
			.mapToInt((kind) -> last(latest, after, kind, allowed))
			.filter((at) -> at > 0)
			.findFirst()
			.orElse(0);
	}

	/** The last such place; zero when there is none. */
	private static int last(int latest, int after, IntPredicate kind, IntPredicate allowed) {
		for (int at = latest; at > after; at--) {
			if (kind.test(at) && allowed.test(at)) {
				return at;
			}
		}
		return 0;
	}

	/** A style that no message could hold is closed and opened again. */
	private boolean keepsStyles(int at) {
		return this.styled.marks()
			.stream()
			.filter((mark) -> mark.length() <= this.rest)
			.noneMatch((mark) -> mark.holds(at));
	}

	private boolean isBetweenParagraphs(int at) {
		return (is(at - 1, '\n') && is(at - 2, '\n')) || (is(at, '\n') && is(at + 1, '\n'));
	}

	private boolean is(int at, char unit) {
		return at >= 0 && at < this.text.length() && this.text.charAt(at) == unit;
	}

	private boolean isSpace(int at) {
		return at >= 0 && at < this.text.length() && Character.isWhitespace(this.text.charAt(at));
	}

	private int betweenCodePoints(int at) {
		return Character.isLowSurrogate(this.text.charAt(at)) ? at - 1 : at;
	}

	/** A stretch of a text without the white space around it. */
	static Part trimmed(String text, int from, int to) {
		int begin = from;
		int end = to;
		while (begin < end && Character.isWhitespace(text.charAt(begin))) {
			begin++;
		}
		while (end > begin && Character.isWhitespace(text.charAt(end - 1))) {
			end--;
		}
		return new Part(begin, end);
	}

}
