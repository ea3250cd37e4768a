package studio.avatar.sandbox.telegram.markup;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads one text with the marks of MarkdownV2 from its start to its end. One pass with
 * one place in it, hence its length.
 */
final class MarkdownText {

	private static final String RESERVED = "_*[]()~`>#+-=|{}.!\n";

	private static final Pattern LANGUAGE = Pattern.compile("([^\\s`]+)(?=\\s)");

	private enum Kind {

		BOLD("Bold", "bold", "*"), ITALIC("Italic", "italic", "_"), UNDERLINE("Underline", "underline", "__"),
		STRIKETHROUGH("Strikethrough", "strikethrough", "~"), SPOILER("Spoiler", "spoiler", "||"),
		CODE("Code", "code", "`"), PRE("Pre", "pre", "```"), PRE_CODE("PreCode", "pre", "```"),
		LINK("TextUrl", "text_link", "]"), EMOJI("CustomEmoji", "custom_emoji", "]"),
		QUOTE("BlockQuote", "blockquote", "\n"), LONG_QUOTE("ExpandableBlockQuote", "expandable_blockquote", "\n");

		private final String title;

		private final String type;

		private final String end;

		Kind(String title, String type, String end) {
			this.title = title;
			this.type = type;
			this.end = end;
		}

		boolean isCode() {
			return this == CODE || this == PRE || this == PRE_CODE;
		}

	}

	/**
	 * A mark that waits for its end.
	 *
	 * @param offset in the plain text
	 * @param begin in the source
	 */
	private record Open(Kind kind, String language, int offset, int begin) {
	}

	private final String source;

	private final StringBuilder plain = new StringBuilder();

	private final List<ObjectNode> entities = new ArrayList<>();

	private final Deque<Open> open = new ArrayDeque<>();

	private boolean quoting;

	private boolean lineBegins = true;

	private int at;

	MarkdownText(String source) {
		this.source = source;
	}

	Marked read() {
		while (this.at < this.source.length()) {
			char next = this.source.charAt(this.at);
			if (next == '\\' && here(1) > 0 && here(1) <= 126) {
				this.at++;
				plain(here(0));
			}
			else if (!reserved(next)) {
				plain(next);
			}
			else if (ends(next)) {
				end(next);
			}
			else {
				begin(next);
			}
		}
		endOfText();
		return Marked.of(this.plain.toString(), this.entities);
	}

	private void plain(char character) {
		this.plain.append(character);
		this.at++;
		if (character != '\r') {
			this.lineBegins = character == '\n';
		}
	}

	private boolean reserved(char character) {
		Open inner = this.open.peek();
		return (inner != null && inner.kind().isCode()) ? character == '`' : RESERVED.indexOf(character) >= 0;
	}

	private boolean ends(char next) {
		Open inner = this.open.peek();
		if (inner == null) {
			return false;
		}
		if (this.quoting && next == '\n' && here(1) != '>') {
			return true;
		}
		if (inner.kind() == Kind.QUOTE) {
			return false;
		}
		boolean doubled = next == '_' && here(1) == '_';
		return (inner.kind() != Kind.ITALIC || !doubled) && this.source.startsWith(inner.kind().end, this.at);
	}

	private void begin(char next) {
		int begin = this.at;
		switch (next) {
			case '\n' -> plain(next);
			case '>' -> quote();
			case '*' -> open(Kind.BOLD, "", 1, begin);
			case '~' -> open(Kind.STRIKETHROUGH, "", 1, begin);
			case '[' -> open(Kind.LINK, "", 1, begin);
			case '_' -> open((here(1) == '_') ? Kind.UNDERLINE : Kind.ITALIC, "", (here(1) == '_') ? 2 : 1, begin);
			case '|' -> openIf(here(1) == '|', Kind.SPOILER, begin);
			case '!' -> openIf(here(1) == '[', Kind.EMOJI, begin);
			case '`' -> code(begin);
			default -> throw escape(next);
		}
	}

	private void openIf(boolean fits, Kind kind, int begin) {
		if (!fits) {
			throw escape(here(0));
		}
		open(kind, "", 2, begin);
	}

	private void open(Kind kind, String language, int length, int begin) {
		this.at += length;
		this.open.push(new Open(kind, language, this.plain.length(), begin));
	}

	private void quote() {
		if (!this.lineBegins) {
			throw escape('>');
		}
		if (this.quoting) {
			this.at++;
		}
		else {
			this.quoting = true;
			open(Kind.QUOTE, "", 1, this.at);
		}
	}

	private void code(int begin) {
		if (!this.source.startsWith("```", this.at)) {
			open(Kind.CODE, "", 1, begin);
			return;
		}
		Matcher language = LANGUAGE.matcher(this.source).region(this.at + 3, this.source.length());
		boolean named = language.lookingAt();
		open(named ? Kind.PRE_CODE : Kind.PRE, named ? language.group() : "",
				3 + (named ? language.group().length() : 0), begin);
		if (here(0) == '\n' || here(0) == '\r') {
			boolean pair = (here(1) == '\n' || here(1) == '\r') && here(0) != here(1);
			this.at += pair ? 2 : 1;
		}
	}

	private void end(char next) {
		Open inner = this.open.pop();
		if (next == '\n') {
			endQuote(inner);
			return;
		}
		this.at += inner.kind().end.length();
		String url = switch (inner.kind()) {
			case LINK -> (here(0) == '(') ? address() : this.plain.substring(inner.offset());
			case EMOJI -> emoji();
			default -> null;
		};
		mark(inner, inner.kind(), url);
	}

	/**
	 * A line that does not begin with {@code >} ends a quote; {@code ||} before it folds
	 * it.
	 */
	private void endQuote(Open inner) {
		Kind kind = Kind.QUOTE;
		Open quote = inner;
		if (inner.kind() != Kind.QUOTE) {
			boolean folds = inner.kind() == Kind.SPOILER && inner.begin() + 2 == this.at - ((here(-1) == '\r') ? 1 : 0);
			Open outer = folds ? this.open.poll() : null;
			if (outer == null || outer.kind() != Kind.QUOTE) {
				throw endless((outer != null) ? outer : inner);
			}
			kind = Kind.LONG_QUOTE;
			quote = outer;
		}
		this.quoting = false;
		plain('\n');
		mark(quote, kind, null);
	}

	private void endOfText() {
		if (this.quoting) {
			Open inner = this.open.peek();
			boolean folds = inner != null && inner.kind() == Kind.SPOILER && inner.begin() + 2 == this.source.length();
			if (folds) {
				this.open.pop();
			}
			Open quote = this.open.peek();
			if (quote != null && quote.kind() == Kind.QUOTE) {
				mark(this.open.pop(), folds ? Kind.LONG_QUOTE : Kind.QUOTE, null);
			}
		}
		if (!this.open.isEmpty()) {
			throw endless(this.open.peek());
		}
	}

	private void mark(Open opened, Kind kind, @Nullable String url) {
		if (this.plain.length() == opened.offset() || kind == Kind.EMOJI) {
			return;
		}
		ObjectNode entity = Marked.entity(kind.type, opened.offset(), this.plain.length());
		if (!opened.language().isEmpty()) {
			entity.put("language", opened.language());
		}
		if (url == null) {
			this.entities.add(entity);
		}
		else if (Links.complaint(url).isEmpty()) {
			this.entities.add(entity.put("url", url));
		}
	}

	private String emoji() {
		if (here(0) != '(') {
			throw new MarkupRefused("The entity must contain a tg://emoji or tg://time URL");
		}
		String url = address();
		if (!url.matches("tg://(emoji\\?id=\\d+|time\\?.+)")) {
			throw new MarkupRefused("Invalid tg://emoji or tg://time URL specified");
		}
		return url;
	}

	private String address() {
		int begin = ++this.at;
		StringBuilder url = new StringBuilder();
		while (this.at < this.source.length() && here(0) != ')') {
			if (here(0) == '\\' && here(1) > 0 && here(1) <= 126) {
				this.at++;
			}
			url.append(this.source.charAt(this.at++));
		}
		if (here(0) != ')') {
			throw new MarkupRefused("Can't find end of a URL at byte offset " + bytes(begin));
		}
		this.at++;
		return url.toString();
	}

	private char here(int ahead) {
		int place = this.at + ahead;
		return (place >= 0 && place < this.source.length()) ? this.source.charAt(place) : 0;
	}

	private static MarkupRefused escape(char character) {
		return new MarkupRefused(
				"Character '" + character + "' is reserved and must be escaped with the preceding '\\'");
	}

	private MarkupRefused endless(Open opened) {
		return new MarkupRefused(
				"Can't find end of " + opened.kind().title + " entity at byte offset " + bytes(opened.begin()));
	}

	private int bytes(int place) {
		return this.source.substring(0, place).getBytes(StandardCharsets.UTF_8).length;
	}

}
