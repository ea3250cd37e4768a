package studio.avatar.gateway.reply;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.pengrad.telegrambot.model.MessageEntity;
import studio.avatar.common.contract.RichText;

/**
 * Text as Telegram takes it: plain, with entities that count in UTF-16 units. Nothing a
 * person wrote can become an entity or break one.
 *
 * @param text without white space at its ends, which Telegram would take away
 * @param entities styles, in order, never beyond the text
 */
record Rendered(String text, List<MessageEntity> entities) {

	/** Limit of a message. */
	static final int TEXT = 4096;

	/** Limit under a picture. */
	static final int CAPTION = 1024;

	private static final String CUT = "…";

	MessageEntity[] entityArray() {
		return this.entities.toArray(MessageEntity[]::new);
	}

	/**
	 * Renders a text.
	 * @param limit UTF-16 units; what is longer is cut between characters as people see
	 * them, and ends with …
	 */
	static Rendered of(RichText text, int limit) {
		StringBuilder whole = new StringBuilder();
		text.spans().forEach((span) -> whole.append(readable(span.text())));
		int begin = begin(whole);
		int end = Math.max(begin, end(whole));
		boolean tooLong = end - begin > limit;
		int cut = tooLong ? begin + boundary(whole.substring(begin, end), limit - CUT.length()) : end;
		String shown = whole.substring(begin, cut) + (tooLong ? CUT : "");
		return new Rendered(shown, entities(text, begin, cut));
	}

	private static List<MessageEntity> entities(RichText text, int begin, int end) {
		List<MessageEntity> entities = new ArrayList<>();
		int at = 0;
		for (RichText.Span span : text.spans()) {
			int from = Math.max(at, begin);
			at += span.text().length();
			int to = Math.min(at, end);
			if (span.style() != RichText.Style.PLAIN && from < to && !span.text().isBlank()) {
				entities.add(entity(span, from - begin, to - from));
			}
		}
		return List.copyOf(entities);
	}

	private static MessageEntity entity(RichText.Span span, int offset, int length) {
		MessageEntity entity = new MessageEntity(type(span.style()), offset, length);
		return (span.link() != null) ? entity.url(span.link()) : entity;
	}

	private static MessageEntity.Type type(RichText.Style style) {
		return switch (style) {
			case BOLD -> MessageEntity.Type.bold;
			case ITALIC -> MessageEntity.Type.italic;
			case CODE -> MessageEntity.Type.code;
			case PRE -> MessageEntity.Type.pre;
			case QUOTE -> MessageEntity.Type.blockquote;
			case SPOILER -> MessageEntity.Type.spoiler;
			case STRIKETHROUGH -> MessageEntity.Type.strikethrough;
			case LINK -> MessageEntity.Type.text_link;
			case PLAIN -> throw new IllegalArgumentException("plain text has no entity");
		};
	}

	/** The same number of units, without what no message can hold. */
	private static String readable(String text) {
		StringBuilder clean = new StringBuilder(text);
		for (int i = 0; i < clean.length(); i++) {
			char unit = clean.charAt(i);
			if (Character.isHighSurrogate(unit) && i + 1 < clean.length()
					&& Character.isLowSurrogate(clean.charAt(i + 1))) {
				i++;
			}
			else if (Character.isSurrogate(unit)) {
				clean.setCharAt(i, '\uFFFD');
			}
			else if (Character.isISOControl(unit) && unit != '\n') {
				clean.setCharAt(i, ' ');
			}
		}
		return clean.toString();
	}

	private static int boundary(String text, int most) {
		BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
		characters.setText(text);
		return characters.isBoundary(most) ? most : characters.preceding(most);
	}

	private static int begin(CharSequence text) {
		int at = 0;
		while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
			at++;
		}
		return at;
	}

	private static int end(CharSequence text) {
		int at = text.length();
		while (at > 0 && Character.isWhitespace(text.charAt(at - 1))) {
			at--;
		}
		return at;
	}

}
