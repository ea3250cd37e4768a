package studio.avatar.gateway.reply;

import com.pengrad.telegrambot.model.MessageEntity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import studio.avatar.common.contract.RichText;
import studio.avatar.common.contract.RichText.Style;

import static org.assertj.core.api.Assertions.assertThat;

class RenderedTests {

	private static final String FAMILY = "👨‍👩‍👧‍👦";

	private static final String FLAG = "🇰🇿";

	@ParameterizedTest
	@ValueSource(strings = { "Bella", "🙂🙂", FLAG + FAMILY, "שלום עולם", "é", "*_`[](x)<b>" })
	void anEntityCoversExactlyItsWords(String words) {
		Rendered rendered = Rendered.of(RichText.of("🎨 ").bold(words).plain(" after"), Rendered.TEXT);

		assertThat(covered(rendered, 0)).isEqualTo(words);
		assertThat(rendered.text()).isEqualTo("🎨 " + words + " after");
	}

	@Test
	void whatAPersonWroteBecomesNoEntity() {
		Rendered rendered = Rendered.of(RichText.of("**not bold** <b>no</b> [no](https://x.y)"), Rendered.TEXT);

		assertThat(rendered.entities()).isEmpty();
		assertThat(rendered.text()).isEqualTo("**not bold** <b>no</b> [no](https://x.y)");
	}

	@ParameterizedTest
	@CsvSource({ "BOLD, bold", "ITALIC, italic", "CODE, code", "PRE, pre", "QUOTE, blockquote", "SPOILER, spoiler",
			"STRIKETHROUGH, strikethrough", "LINK, text_link" })
	void everyStyleHasItsEntity(Style style, MessageEntity.Type entity) {
		String address = (style == Style.LINK) ? "https://avatar.example" : null;

		Rendered rendered = Rendered.of(RichText.of("a").with(new RichText.Span("words", style, address)),
				Rendered.TEXT);

		assertThat(rendered.entities()).singleElement()
			.returns(entity, MessageEntity::type)
			.returns(address, MessageEntity::url);
		assertThat(covered(rendered, 0)).isEqualTo("words");
	}

	@Test
	void aLongQuoteIsFoldedUntilItIsTouched() {
		assertThat(Rendered.of(RichText.empty().quote("q".repeat(401)), Rendered.TEXT).entities())
			.extracting(MessageEntity::type)
			.containsExactly(MessageEntity.Type.expandable_blockquote);
	}

	@Test
	void aNameThatBeginsInTheMiddleOfACharacterTakesNoPartOfTheOneBefore() {
		Rendered rendered = Rendered.of(RichText.of("e").bold("\u0301nna").plain("\u0301!"), Rendered.TEXT);

		assertThat(rendered.text()).isEqualTo("e\u0301nna\u0301!");
		assertThat(covered(rendered, 0)).isEqualTo("nna\u0301");
	}

	@Test
	void aNameCannotTurnTheWordsBehindItAround() {
		Rendered rendered = Rendered.of(RichText.empty().bold("\u202Eeve\u2067\u2028").plain(" has 5 credits\r\n."),
				Rendered.TEXT);

		assertThat(rendered.text()).isEqualTo("eve has 5 credits\n.");
		assertThat(covered(rendered, 0)).isEqualTo("eve");
	}

	@Test
	void whiteSpaceThatTelegramTakesAwayMovesNoEntity() {
		Rendered rendered = Rendered.of(RichText.of("\n\n ").bold("Title").plain("  \n"), Rendered.TEXT);

		assertThat(rendered.text()).isEqualTo("Title");
		assertThat(covered(rendered, 0)).isEqualTo("Title");
	}

	@Test
	void aSpanOfWhiteSpaceIsNoEntity() {
		assertThat(Rendered.of(RichText.of("a").bold("  ").plain("b"), Rendered.TEXT).entities()).isEmpty();
	}

	@Test
	void tooLongATextIsCutBetweenCharactersAsPeopleSeeThem() {
		Rendered rendered = Rendered.of(RichText.of(FAMILY.repeat(1000)), Rendered.TEXT);

		assertThat(rendered.text()).hasSizeLessThanOrEqualTo(Rendered.TEXT).endsWith(FAMILY + "…");
		assertThat((rendered.text().length() - 1) % FAMILY.length()).isZero();
	}

	@Test
	void aCutShortensTheEntityItMeetsAndDropsThoseBehind() {
		Rendered rendered = Rendered.of(RichText.of("x".repeat(1000)).bold("y".repeat(100)).italic("z"),
				Rendered.CAPTION);

		assertThat(rendered.entities()).hasSize(1);
		assertThat(covered(rendered, 0)).isEqualTo("y".repeat(23));
		assertThat(rendered.text()).hasSize(Rendered.CAPTION).endsWith("y…");
	}

	@Test
	void aTextOfExactlyTheLimitIsNotCut() {
		assertThat(Rendered.of(RichText.of("x".repeat(4096)), Rendered.TEXT).text()).hasSize(4096).doesNotContain("…");
	}

	@Test
	void unpairedSurrogatesAndControlCharactersKeepEverythingInPlace() {
		Rendered rendered = Rendered.of(RichText.of("a\uD83Db\u0000").bold("name\uDC00"), Rendered.TEXT);

		assertThat(rendered.text()).isEqualTo("a\uFFFDb name\uFFFD");
		assertThat(covered(rendered, 0)).isEqualTo("name\uFFFD");
	}

	private static String covered(Rendered rendered, int entity) {
		MessageEntity found = rendered.entities().get(entity);
		return rendered.text().substring(found.offset(), found.offset() + found.length());
	}

}
