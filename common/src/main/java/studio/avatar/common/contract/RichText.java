package studio.avatar.common.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Text as spans, sent to Telegram as entities and never as a markup string: whatever a
 * person wrote cannot break it.
 */
public record RichText(List<Span> spans) {

	private static final RichText EMPTY = new RichText(List.of());

	public RichText {
		Refuse.missing(spans, "spans");
		spans = List.copyOf(spans);
	}

	/** How a span looks; names after Telegram's message entities. */
	public enum Style {

		PLAIN, BOLD, ITALIC, CODE, PRE, QUOTE, SPOILER, STRIKETHROUGH, LINK

	}

	/**
	 * A run of text in one style.
	 *
	 * @param link where it leads, only with {@link Style#LINK}
	 */
	public record Span(String text, Style style, @Nullable String link) {

		public Span {
			Refuse.missing(text, "text");
			Refuse.missing(style, "style");
			if ((style == Style.LINK) != (link != null)) {
				throw new IllegalArgumentException("a link needs an address, nothing else has one");
			}
		}
	}

	public static RichText empty() {
		return EMPTY;
	}

	public static RichText of(String text) {
		return EMPTY.plain(text);
	}

	public RichText plain(String text) {
		return with(new Span(text, Style.PLAIN, null));
	}

	public RichText bold(String text) {
		return with(new Span(text, Style.BOLD, null));
	}

	public RichText italic(String text) {
		return with(new Span(text, Style.ITALIC, null));
	}

	public RichText code(String text) {
		return with(new Span(text, Style.CODE, null));
	}

	public RichText quote(String text) {
		return with(new Span(text, Style.QUOTE, null));
	}

	public RichText link(String text, String address) {
		return with(new Span(text, Style.LINK, address));
	}

	public RichText line() {
		return plain("\n");
	}

	public RichText with(Span span) {
		return span.text().isEmpty() ? this : append(new RichText(List.of(span)));
	}

	public RichText append(RichText other) {
		List<Span> all = new ArrayList<>(this.spans);
		all.addAll(other.spans);
		return new RichText(all);
	}

	/** The text without its styles. */
	public String text() {
		return this.spans.stream().map(Span::text).collect(Collectors.joining());
	}

}
