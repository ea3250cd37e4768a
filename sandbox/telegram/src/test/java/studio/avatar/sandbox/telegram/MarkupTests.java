package studio.avatar.sandbox.telegram;

import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Texts whose marks are in themselves, for bots that do not send entities.
 */
class MarkupTests {

	private final TelegramSimulator telegram = TelegramSimulator.start();

	private final BotClient bot = new BotClient(this.telegram);

	@BeforeEach
	void meet() {
		this.telegram.person(7, "Ann", "en");
	}

	@AfterEach
	void stop() {
		this.telegram.close();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			<b>bold</b>                                   | bold       | bold 0-4
			a <strong>b</strong> <em>c</em>               | a b c      | bold 2-3, italic 4-5
			<u>a</u><s>b</s><tg-spoiler>c</tg-spoiler>    | abc        | underline 0-1, strikethrough 1-2, spoiler 2-3
			<span class="tg-spoiler">x</span>             | x          | spoiler 0-1
			🎨 <b>🇩🇪</b>                                 | 🎨 🇩🇪      | bold 3-7
			<b>a<i>b</i></b>                              | ab         | bold 0-2, italic 1-2
			<a href="https://x.org/?a=1&amp;b=2">l</a>    | l          | text_link 0-1 https://x.org/?a=1&b=2
			<a href="nowhere">l</a>                       | l          | ``
			&lt;b&gt; &amp; &#33;&#x21; &copy;            | <b> & !! &copy; | ``
			<pre><code class="language-java">x</code></pre> | x        | pre 0-1 java
			<code class="language-java">x</code>          | x          | code 0-1
			<blockquote expandable>q</blockquote>         | q          | expandable_blockquote 0-1
			<b></b>x                                      | x          | ``
			<B>x</B >                                     | x          | bold 0-1
			""")
	void htmlBecomesTextAndEntities(String source, String text, String entities) {
		assertThat(seen(source, "HTML")).isEqualTo(text + " [" + entities + "]");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			*b* _i_ __u__ ~s~         | b i u s    | bold 0-1, italic 2-3, underline 4-5, strikethrough 6-7
			*b _i_*                   | b i        | bold 0-3, italic 2-3
			_a __b__ c_               | a b c      | italic 0-5, underline 2-3
			🎨 *🇩🇪*                   | 🎨 🇩🇪      | bold 3-7
			1\\. a\\-b                | 1. a-b     | ``
			[l](https://x.org/a\\))   | l          | text_link 0-1 https://x.org/a)
			[l](nowhere)              | l          | ``
			""")
	void markdownBecomesTextAndEntities(String source, String text, String entities) {
		assertThat(seen(source, "MarkdownV2")).isEqualTo(text + " [" + entities + "]");
	}

	@Test
	void codeAndQuotesOfMarkdownMayHaveLines() {
		assertThat(seen("`a*b`", "MarkdownV2")).isEqualTo("a*b [code 0-3]");
		assertThat(seen("```java\nx_y\n```", "MarkdownV2")).isEqualTo("x_y [pre 0-3 java]");
		assertThat(seen("```\nx```", "MarkdownV2")).isEqualTo("x [pre 0-1]");
		assertThat(seen("||p||", "MarkdownV2")).isEqualTo("p [spoiler 0-1]");
		assertThat(seen(">a\n>b\nc", "MarkdownV2")).isEqualTo("a\nb\nc [blockquote 0-4]");
		assertThat(seen(">a\n>b||", "MarkdownV2")).isEqualTo("a\nb [expandable_blockquote 0-3]");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			HTML       | <b>x             | Can't find end tag corresponding to start tag "b"
			HTML       | x</b>            | Unexpected end tag at byte offset 1
			HTML       | я<b>x</i>        | Unmatched end tag at byte offset 6, expected "</b>", found "</i>"
			HTML       | я <p>x</p>       | Unsupported start tag "p" at byte offset 3
			HTML       | a < b            | Unsupported start tag "" at byte offset 2
			HTML       | a <b             | Unclosed start tag at byte offset 2
			HTML       | <b>x</b          | Unclosed end tag at byte offset 4
			HTML       | <a href=x/y>l</a> | Unexpected end of name token at byte offset 8
			HTML       | <a "x">l</a>     | Empty attribute name in the tag "a" at byte offset 0
			HTML       | <span>x</span>   | Tag "span" must have class "tg-spoiler" at byte offset 0
			MarkdownV2 | a.b              | Character '.' is reserved and must be escaped with the preceding '\\'
			MarkdownV2 | a > b            | Character '>' is reserved and must be escaped with the preceding '\\'
			MarkdownV2 | я*b              | Can't find end of Bold entity at byte offset 2
			MarkdownV2 | *a _b*           | Can't find end of Bold entity at byte offset 5
			MarkdownV2 | [a               | Can't find end of TextUrl entity at byte offset 0
			MarkdownV2 | [l](https://x    | Can't find end of a URL at byte offset 4
			MarkdownV2 | ![x](y)          | Invalid tg://emoji or tg://time URL specified
			""")
	void marksThatDoNotFitAreRefusedInTelegramsWords(String mode, String source, String refusal) {
		assertThat(this.bot.refusal("sendMessage", message(source, mode)))
			.isEqualTo("400 Bad Request: can't parse entities: " + refusal);
	}

	@Test
	void captionsAndEditsAreReadTheSameWay() {
		JsonNode photo = this.bot
			.upload("sendPhoto", Map.of("chat_id", "7", "caption", "<b>c</b>", "parse_mode", "HTML"),
					Map.of("photo", Pictures.png(100, 100)))
			.path("result");
		assertThat(photo.at("/caption_entities/0/type").asString()).isEqualTo("bold");
		JsonNode edited = this.bot.result("editMessageCaption", "{'chat_id': 7, 'message_id': "
				+ photo.path("message_id") + ", 'caption': '_c_', 'parse_mode': 'MarkdownV2'}");
		assertThat(edited.at("/caption_entities/0/type").asString()).isEqualTo("italic");
	}

	private String seen(String source, String mode) {
		JsonNode message = this.bot.result("sendMessage", message(source, mode));
		return message.path("text").asString() + " ["
				+ String.join(", ", message.path("entities").valueStream().map(MarkupTests::brief).toList()) + "]";
	}

	private static String brief(JsonNode entity) {
		int from = entity.path("offset").asInt();
		String more = entity.path("url").asString(entity.path("language").asString(""));
		return (entity.path("type").asString() + " " + from + "-" + (from + entity.path("length").asInt()) + " " + more)
			.strip();
	}

	private static String message(String source, String mode) {
		return JsonMapper.shared()
			.createObjectNode()
			.put("chat_id", 7)
			.put("text", source.replace('\'', '\u2019'))
			.put("parse_mode", mode)
			.toString();
	}

}
