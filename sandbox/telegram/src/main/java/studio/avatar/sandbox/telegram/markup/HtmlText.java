package studio.avatar.sandbox.telegram.markup;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.node.ObjectNode;

/**
 * Reads one text with HTML tags from its start to its end. Tags that Telegram does not
 * know are refused, references it does not know stay as they are. One pass with one place
 * in it, hence its length.
 */
final class HtmlText {

	private static final Map<String, String> TYPES = types();

	private static final Pattern REFERENCE = Pattern
		.compile("&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|(lt|gt|amp|quot)(?![a-zA-Z]));?");

	private static final Map<String, Integer> NAMED = Map.of("lt", (int) '<', "gt", (int) '>', "amp", (int) '&', "quot",
			(int) '"');

	private final String source;

	private final StringBuilder plain = new StringBuilder();

	private final List<ObjectNode> entities = new ArrayList<>();

	private final Deque<Open> open = new ArrayDeque<>();

	private int at;

	private record Open(String tag, Map<String, String> attributes, int offset) {
	}

	HtmlText(String source) {
		this.source = source;
	}

	private static Map<String, String> types() {
		Map<String, String> types = new HashMap<>(Map.of("b", "bold", "strong", "bold", "i", "italic", "em", "italic",
				"u", "underline", "ins", "underline", "tg-spoiler", "spoiler", "span", "spoiler"));
		types.putAll(Map.of("s", "strikethrough", "strike", "strikethrough", "del", "strikethrough", "a", "text_link",
				"code", "code", "pre", "pre", "blockquote", "blockquote", "tg-emoji", "custom_emoji"));
		return types;
	}

	Marked read() {
		while (this.at < this.source.length()) {
			char next = this.source.charAt(this.at);
			if (next == '&') {
				this.at = reference(this.at, this.plain);
			}
			else if (next != '<') {
				this.plain.append(next);
				this.at++;
			}
			else if (this.source.startsWith("</", this.at)) {
				close();
			}
			else {
				open();
			}
		}
		if (!this.open.isEmpty()) {
			throw new MarkupRefused("Can't find end tag corresponding to start tag \"" + this.open.peek().tag() + '"');
		}
		this.entities.stream()
			.filter((entity) -> entity.path("type").asString("").equals("code"))
			.forEach((code) -> code.remove("language"));
		return Marked.of(this.plain.toString(), this.entities);
	}

	/**
	 * Appends what a reference stands for, or the ampersand alone; gives the place
	 * behind.
	 */
	private int reference(int from, StringBuilder into) {
		Matcher reference = REFERENCE.matcher(this.source).region(from, this.source.length());
		int point = reference.lookingAt() ? point(reference) : 0;
		if (point == 0 || point >= 0x10FFFF) {
			into.append('&');
			return from + 1;
		}
		into.appendCodePoint(point);
		return reference.end();
	}

	private static int point(Matcher reference) {
		if (reference.group(1) != null) {
			return Integer.parseInt(reference.group(1), 16);
		}
		return (reference.group(2) != null) ? Integer.parseInt(reference.group(2))
				: NAMED.getOrDefault(reference.group(3), 0);
	}

	private void open() {
		int begin = this.at++;
		String tag = word("[^\\s>]*").toLowerCase(Locale.ROOT);
		if (this.at == this.source.length()) {
			throw refused("Unclosed start tag at byte offset ", begin);
		}
		if (!TYPES.containsKey(tag)) {
			throw refused("Unsupported start tag \"" + tag + "\" at byte offset ", begin);
		}
		Map<String, String> attributes = attributes(tag, begin);
		if (tag.equals("span") && !attributes.getOrDefault("class", "").equals("tg-spoiler")) {
			throw refused("Tag \"span\" must have class \"tg-spoiler\" at byte offset ", begin);
		}
		this.open.push(new Open(tag, attributes, this.plain.length()));
	}

	private Map<String, String> attributes(String tag, int begin) {
		Map<String, String> attributes = new HashMap<>();
		while (true) {
			word("\\s*");
			if (here() == '>') {
				this.at++;
				return attributes;
			}
			String name = word("[^\\s=>/\"']*");
			if (name.isEmpty()) {
				throw refused("Empty attribute name in the tag \"" + tag + "\" at byte offset ", begin);
			}
			word("\\s*");
			boolean valued = here() == '=';
			if (valued) {
				this.at++;
				word("\\s*");
			}
			if (here() == 0) {
				throw refused("Unclosed start tag \"" + tag + "\" at byte offset ", begin);
			}
			attributes.put(name, valued ? value(begin) : "");
		}
	}

	private String value(int begin) {
		char quote = here();
		if (quote != '"' && quote != '\'') {
			int from = this.at;
			String token = word("[A-Za-z0-9.-]*").toLowerCase(Locale.ROOT);
			if (here() != '>' && !Character.isWhitespace(here())) {
				throw refused("Unexpected end of name token at byte offset ", from);
			}
			return token;
		}
		this.at++;
		StringBuilder value = new StringBuilder();
		while (here() != quote && here() != 0) {
			if (here() == '&') {
				this.at = reference(this.at, value);
			}
			else {
				value.append(this.source.charAt(this.at++));
			}
		}
		this.at++;
		if (here() == 0) {
			throw refused("Unclosed start tag at byte offset ", begin);
		}
		return value.toString();
	}

	private void close() {
		int begin = this.at;
		if (this.open.isEmpty()) {
			throw refused("Unexpected end tag at byte offset ", begin);
		}
		this.at += 2;
		String tag = word("[^\\s>]*").toLowerCase(Locale.ROOT);
		word("\\s*");
		if (here() != '>') {
			throw refused("Unclosed end tag at byte offset ", begin);
		}
		this.at++;
		Open opened = this.open.pop();
		if (!tag.isEmpty() && !tag.equals(opened.tag())) {
			throw new MarkupRefused("Unmatched end tag at byte offset " + bytes(begin) + ", expected \"</"
					+ opened.tag() + ">\", found \"</" + tag + ">\"");
		}
		if (this.plain.length() > opened.offset()) {
			mark(opened);
		}
	}

	private void mark(Open opened) {
		int to = this.plain.length();
		ObjectNode entity = Marked.entity(TYPES.getOrDefault(opened.tag(), ""), opened.offset(), to);
		switch (opened.tag()) {
			case "a" -> {
				String href = opened.attributes().getOrDefault("href", "");
				String url = href.isEmpty() ? this.plain.substring(opened.offset()) : href;
				if (Links.complaint(url).isEmpty()) {
					this.entities.add(entity.put("url", url));
				}
			}
			case "blockquote" -> this.entities.add(opened.attributes().containsKey("expandable")
					? entity.put("type", "expandable_blockquote") : entity);
			case "code" -> {
				String language = opened.attributes().getOrDefault("class", "").replaceFirst("^(?!language-).*", "");
				this.entities.add(language.isEmpty() ? entity : entity.put("language", language.substring(9)));
			}
			case "pre" -> pre(entity);
			case "tg-emoji" -> {
				// a bot without a bought name may not use it: only its text stays
			}
			default -> this.entities.add(entity);
		}
	}

	/**
	 * Code with a language just inside it makes one block of both; code alone has none.
	 */
	private void pre(ObjectNode entity) {
		ObjectNode last = this.entities.isEmpty() ? entity : this.entities.getLast();
		if (last.has("language") && last.path("offset").equals(entity.path("offset"))
				&& last.path("length").equals(entity.path("length"))) {
			last.put("type", "pre");
		}
		else {
			this.entities.add(entity);
		}
	}

	private char here() {
		return (this.at < this.source.length()) ? this.source.charAt(this.at) : 0;
	}

	private String word(String pattern) {
		Matcher matcher = Pattern.compile(pattern)
			.matcher(this.source)
			.region(Math.min(this.at, this.source.length()), this.source.length());
		if (matcher.lookingAt()) {
			this.at = matcher.end();
			return matcher.group();
		}
		return "";
	}

	private MarkupRefused refused(String words, int place) {
		return new MarkupRefused(words + bytes(place));
	}

	private int bytes(int place) {
		return this.source.substring(0, place).getBytes(StandardCharsets.UTF_8).length;
	}

}
