package studio.avatar.generation.draft;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import studio.avatar.common.contract.Button;
import studio.avatar.common.contract.Card;
import studio.avatar.common.contract.Ratio;
import studio.avatar.common.contract.RichText;
import studio.avatar.common.talk.Language;
import studio.avatar.common.talk.Talk;
import studio.avatar.common.talk.Words;
import studio.avatar.generation.draft.DraftChoice.ChosenPictures;
import studio.avatar.generation.draft.DraftChoice.ChosenRatio;

/**
 * The card of a draft: the words, ratio and number of pictures to choose, and the price
 * on the button that pays.
 */
@Component
class DraftCard {

	/** Code points of the prompt that are shown; the person has just written it. */
	private static final int SHOWN = 700;

	private final Language language;

	DraftCard(Language language) {
		this.language = language;
	}

	static String name(Draft draft) {
		return "generation.draft." + draft.id();
	}

	Card of(Talk talk, Draft draft, String avatarName, int creditsPerPicture) {
		Words words = this.language.of(talk);
		RichText text = words.rich("draft.title", "name", avatarName)
			.line()
			.line()
			.quote(shortened(draft.words()))
			.line()
			.append(words.rich("draft.choose"));
		return Card.of(text)
			.row(ratios(draft))
			.row(numbers(draft))
			.row(words.button("button.pay", "generation:pay:" + draft.id(), "price", draft.price(creditsPerPicture)))
			.row(words.button("button.other-words", "generation:with:" + draft.avatarId()),
					words.button("button.back", "generation:menu"));
	}

	private static List<Button> ratios(Draft draft) {
		return Stream.of(Ratio.values())
			.map((ratio) -> new ChosenRatio(ratio).button(draft, marked(ratio.label(), ratio == draft.ratio())))
			.toList();
	}

	private static List<Button> numbers(Draft draft) {
		return IntStream.rangeClosed(1, Draft.MOST_PICTURES)
			.mapToObj((n) -> new ChosenPictures(n).button(draft, marked("× " + n, n == draft.pictures())))
			.toList();
	}

	private static String marked(String label, boolean chosen) {
		return chosen ? "✅ " + label : label;
	}

	private static String shortened(String words) {
		return (words.codePointCount(0, words.length()) <= SHOWN) ? words
				: words.substring(0, words.offsetByCodePoints(0, SHOWN)) + "…";
	}

}
