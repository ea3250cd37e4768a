package studio.avatar.gateway.reply;

import com.pengrad.telegrambot.model.MessageEntity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import studio.avatar.common.contract.RichText;

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

	@Test
	void everyStyleHasItsEntity() {
		RichText text = RichText.of("a").bold("b").italic("i").code("c").quote("q").link("l", "https://avatar.example");

		assertThat(Rendered.of(text, Rendered.TEXT).entities()).extracting(MessageEntity::type)
			.containsExactly(MessageEntity.Type.bold, MessageEntity.Type.italic, MessageEntity.Type.code,
					MessageEntity.Type.blockquote, MessageEntity.Type.text_link);
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
