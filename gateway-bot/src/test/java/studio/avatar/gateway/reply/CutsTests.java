package studio.avatar.gateway.reply;

import java.util.List;

import com.pengrad.telegrambot.model.MessageEntity;
import org.junit.jupiter.api.Test;

import studio.avatar.common.contract.RichText;

import static org.assertj.core.api.Assertions.assertThat;

class CutsTests {

	@Test
	void whatFitsIsOneMessage() {
		assertThat(texts(RichText.of("x".repeat(4096)))).hasSize(1);
		assertThat(texts(RichText.of("  \n"))).containsExactly("");
	}

	@Test
	void aTextIsCutBetweenParagraphsBeforeAnythingElse() {
		String first = "One. Two\nthree. ".repeat(130) + "End.";
		String second = "Four. Five\nsix. ".repeat(150) + "End.";

		assertThat(texts(RichText.of(first + "\n\n" + second))).containsExactly(first, second);
	}

	@Test
	void elseBetweenLines() {
		String first = "One. Two three. ".repeat(130) + "End.";
		String second = "Four. Five six. ".repeat(150) + "End.";

		assertThat(texts(RichText.of(first + "\n" + second))).containsExactly(first, second);
	}

	@Test
	void elseBetweenSentences() {
		String first = "many words ".repeat(300) + "end.";
		String second = "And others " + "and others ".repeat(300);

		assertThat(texts(RichText.of(first + " " + second))).containsExactly(first, second.strip());
	}

	@Test
	void elseBetweenWords() {
		List<String> parts = texts(RichText.of("слово ".repeat(1000)));

		assertThat(parts).hasSize(2).allMatch((part) -> part.startsWith("слово") && part.endsWith("слово"));
	}

	@Test
	void elseBetweenCharactersAsPeopleSeeThem() {
		String family = "👨‍👩‍👧‍👦";

		assertThat(texts(RichText.of(family.repeat(1000)))).hasSize(3)
			.allMatch((part) -> part.startsWith(family) && part.length() % family.length() == 0);
	}

	@Test
	void aCharacterThatIsLongerThanAMessageIsBrokenAndLosesNothing() {
		String tower = "a" + "\u0301".repeat(5000);

		assertThat(String.join("", texts(RichText.of(tower)))).isEqualTo(tower);
	}

	@Test
	void aParagraphNearTheBeginningIsNoReasonForATinyMessage() {
		assertThat(texts(RichText.of("Title\n\n" + "Many words. ".repeat(500))).getFirst()).hasSizeGreaterThan(2048);
	}

	@Test
	void aStyleThatFitsIntoAMessageIsNeverCut() {
		List<Rendered> parts = parts(RichText.of("words ".repeat(300)).quote("cited ".repeat(500)).plain("after"));

		assertThat(parts).hasSize(2);
		assertThat(parts.getFirst().entities()).isEmpty();
		assertThat(parts.getLast().entities()).singleElement().returns(0, MessageEntity::offset);
		assertThat(parts.getLast().text()).startsWith("cited").endsWith("after");
	}

	@Test
	void aStyleThatNoMessageCouldHoldIsClosedAndOpenedAgain() {
		List<Rendered> parts = parts(RichText.of("Prompt:\n").code("word ".repeat(1200)).plain("after"));

		assertThat(parts).hasSize(2);
		assertThat(parts).allSatisfy((part) -> assertThat(part.entities()).singleElement()
			.returns(MessageEntity.Type.code, MessageEntity::type));
		assertThat(parts.getLast().text()).endsWith("after");
	}

	@Test
	void theFirstMessageMayHaveASmallerLimitThanTheOthers() {
		List<Rendered> parts = Rendered.parts(RichText.of("word ".repeat(1000)), Rendered.CAPTION, Rendered.TEXT);

		assertThat(parts).extracting((part) -> part.text().length() <= Rendered.CAPTION).containsExactly(true, false);
	}

	@Test
	void afterTenMessagesTheRestIsLeftOutAndSaidSo() {
		List<String> parts = texts(RichText.of("word ".repeat(20_000)));

		assertThat(parts).hasSize(10).allMatch((part) -> part.length() <= Rendered.TEXT);
		assertThat(parts.getLast()).endsWith("…");
	}

	private static List<String> texts(RichText text) {
		return parts(text).stream().map(Rendered::text).toList();
	}

	private static List<Rendered> parts(RichText text) {
		return Rendered.parts(text, Rendered.TEXT, Rendered.TEXT);
	}

}
