package studio.avatar.gateway.reply;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import com.pengrad.telegrambot.model.MessageEntity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import studio.avatar.common.contract.RichText;
import studio.avatar.common.contract.RichText.Span;
import studio.avatar.common.contract.RichText.Style;
import studio.avatar.common.text.Graphemes;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for every text, whatever stands in it: shown for many by chance. */
class AnyTextTests {

	/** Small limits, so that short texts are cut, too. */
	private static final int FIRST = 40;

	private static final int REST = 64;

	private static final List<String> PIECES = List.of("a", "Wort ", "слово. ", "\n", "\n\n", " ", "🙂", "🇰🇿", "🇩🇪",
			"👨‍👩‍👧‍👦", "👍🏽", "e\u0301", "\u0301", "\u200D", "\uFE0F", "❤️", "שלום", "مرحبا", "\u202E", "\u200F",
			"\u2067", "한국어", "नमस्ते", "\uD83D", "\uDE00", "\u0000", "\t", "\r\n", "*_`[<&", "\u00A0", "𝕏", "1️⃣");

	static LongStream seeds() {
		return LongStream.range(0, 1500);
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void entitiesStandSideBySideBetweenCharactersAndNothingIsLost(long seed) {
		RichText text = text(new Random(seed));

		List<Rendered> parts = Rendered.parts(text, FIRST, REST);

		assertThat(parts).allSatisfy(AnyTextTests::isSound);
		assertThat(parts.getFirst().text().length()).isLessThanOrEqualTo(FIRST);
		assertThat(parts).allMatch((part) -> part.text().length() <= REST);
		assertThat(dense(parts.stream().map(Rendered::text).collect(Collectors.joining())))
			.isEqualTo(dense(StyledText.of(text).text()));
		assertThat(pieces(parts)).as("a style is cut only when it has to be")
			.isLessThanOrEqualTo(StyledText.of(text).marks().stream().mapToInt(AnyTextTests::mostPieces).sum());
		isSound(Rendered.of(text, FIRST));
	}

	private static void isSound(Rendered rendered) {
		Graphemes characters = new Graphemes(rendered.text());
		assertThat(rendered.text()).isEqualTo(rendered.text().strip());
		assertThat(rendered.text().codePoints()).noneMatch((point) -> point >= 0xD800 && point <= 0xDFFF);
		int free = 0;
		for (MessageEntity entity : rendered.entities()) {
			int end = entity.offset() + entity.length();
			assertThat(entity.offset()).isGreaterThanOrEqualTo(free);
			assertThat(entity.length()).isPositive();
			assertThat(end).isLessThanOrEqualTo(rendered.text().length());
			assertThat(characters.isBoundary(entity.offset())).isTrue();
			assertThat(characters.isBoundary(end)).isTrue();
			free = end;
		}
	}

	private static long pieces(List<Rendered> parts) {
		return parts.stream().mapToLong((part) -> part.entities().size()).sum();
	}

	/**
	 * One that fits into a message is whole, unless it is the first and its limit is
	 * smaller.
	 */
	private static int mostPieces(StyledText.Mark mark) {
		return (mark.length() <= FIRST) ? 1 : 2 + mark.length() / (FIRST / 2);
	}

	private static String dense(String text) {
		return text.replaceAll("\\s+", "");
	}

	private static RichText text(Random random) {
		RichText text = RichText.empty();
		int spans = 1 + random.nextInt(6);
		for (int i = 0; i < spans; i++) {
			Style style = Style.values()[random.nextInt(Style.values().length)];
			text = text.with(new Span(words(random), style, (style == Style.LINK) ? "https://avatar.example" : null));
		}
		return text;
	}

	private static String words(Random random) {
		return random.ints(random.nextInt(20), 0, PIECES.size()).mapToObj(PIECES::get).collect(Collectors.joining());
	}

}
