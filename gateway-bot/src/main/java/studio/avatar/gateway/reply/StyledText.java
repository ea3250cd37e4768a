package studio.avatar.gateway.reply;

import java.util.ArrayList;
import java.util.List;

import studio.avatar.common.contract.RichText;
import studio.avatar.common.contract.RichText.Span;
import studio.avatar.common.contract.RichText.Style;
import studio.avatar.common.text.Graphemes;

/**
 * A whole text before it is cut into messages: readable, and with styles that begin and
 * end between characters as people see them, in order and side by side.
 */
record StyledText(String text, List<Mark> marks, Graphemes characters) {

	/** A style from one place to another, in UTF-16 units. */
	record Mark(int from, int to, Span span) {

		int length() {
			return this.to - this.from;
		}

		/** Whether a cut there would break it. */
		boolean holds(int at) {
			return this.from < at && at < this.to;
		}

	}

	static StyledText of(RichText rich) {
		StringBuilder text = new StringBuilder();
		List<Mark> raw = new ArrayList<>();
		for (Span span : rich.spans()) {
			int from = text.length();
			text.append(readable(span.text()));
			raw.add(new Mark(from, text.length(), span));
		}
		Graphemes characters = new Graphemes(text.toString());
		return new StyledText(text.toString(), marks(raw, characters), characters);
	}

	/**
	 * A character that began in one style and went on in the next belongs to the first.
	 */
	private static List<Mark> marks(List<Mark> raw, Graphemes characters) {
		return raw.stream()
			.filter((mark) -> mark.span().style() != Style.PLAIN)
			.map((mark) -> new Mark(characters.endAt(mark.from()), characters.endAt(mark.to()), mark.span()))
			.filter((mark) -> mark.length() > 0)
			.toList();
	}

	/**
	 * Without what no message can hold, and what would turn the words of others around.
	 */
	private static String readable(String text) {
		StringBuilder clean = new StringBuilder(text.length());
		text.codePoints().filter((point) -> !isLeftOut(point)).map(StyledText::shown).forEach(clean::appendCodePoint);
		return clean.toString();
	}

	private static int shown(int point) {
		if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
			return 0xFFFD;
		}
		return (Character.isISOControl(point) && point != '\n') ? ' ' : point;
	}

	/**
	 * Telegram takes line separators and changes of direction out of a text; isolates,
	 * which it leaves in, would go on behind a name that does not end its own.
	 */
	private static boolean isLeftOut(int point) {
		return point == '\r' || (point >= 0x2028 && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
	}

}
