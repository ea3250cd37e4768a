package studio.avatar.generation.draft;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import studio.avatar.common.contract.Button;
import studio.avatar.common.contract.Card;
import studio.avatar.common.contract.ChatEvent.ButtonPressed;
import studio.avatar.common.contract.Origin;
import studio.avatar.common.contract.Ratio;
import studio.avatar.common.messaging.Cause;
import studio.avatar.common.talk.Language;
import studio.avatar.common.talk.Talk;
import studio.avatar.common.text.Texts;
import studio.avatar.generation.draft.DraftChoice.ChosenPictures;
import studio.avatar.generation.draft.DraftChoice.ChosenRatio;

import static org.assertj.core.api.Assertions.assertThat;

class DraftTests {

	private static final Draft DRAFT = new Draft(UUID.randomUUID(), 1, 1, UUID.randomUUID(), "on a hill", Ratio.SQUARE,
			1);

	private final DraftCard card = new DraftCard(new Language(new Texts("texts")));

	@ParameterizedTest
	@EnumSource
	void theButtonOfARatioIsReadBackAsIt(Ratio ratio) {
		Button button = new ChosenRatio(ratio).button(DRAFT, ratio.label());

		assertThat(DraftChoice.of(pressed(button))).contains(new ChosenRatio(ratio));
	}

	@Test
	void theButtonOfANumberIsReadBackAsIt() {
		Button button = new ChosenPictures(3).button(DRAFT, "3");

		assertThat(DraftChoice.of(pressed(button))).contains(new ChosenPictures(3));
	}

	@ParameterizedTest
	@ValueSource(strings = { "generation:ratio:%s:7x5", "generation:ratio:%s", "generation:count:%s:5",
			"generation:count:%s:0", "generation:count:%s:99", "generation:size:%s:1" })
	void whatIsNoChoiceChoosesNothing(String action) {
		assertThat(DraftChoice.of(pressed(new Button("x", action.formatted(DRAFT.id()))))).isEmpty();
	}

	@Test
	void aChoiceChangesNothingElse() {
		Draft chosen = new ChosenPictures(4).applyTo(new ChosenRatio(Ratio.PORTRAIT_9_16).applyTo(DRAFT));

		assertThat(chosen)
			.isEqualTo(new Draft(DRAFT.id(), 1, 1, DRAFT.avatarId(), "on a hill", Ratio.PORTRAIT_9_16, 4));
	}

	@Test
	void theCardMarksWhatIsChosenAndNamesTheWholePrice() {
		Draft chosen = DRAFT.ratio(Ratio.LANDSCAPE_16_9).pictures(3);

		Card shown = this.card.of(talk("en"), chosen, "Anna", 5);

		assertThat(labels(shown)).contains("✅ 16:9", "1:1", "✅ × 3", "× 4", "✅ Create · 15 credits");
		assertThat(labels(shown).stream().filter((label) -> label.startsWith("✅"))).hasSize(3);
		assertThat(shown.text().text()).contains("Anna").contains("on a hill");
	}

	@Test
	void aCardWithTheLongestPromptFitsIntoAMessage() {
		Draft longest = new Draft(DRAFT.id(), 1, 1, DRAFT.avatarId(), "🦊".repeat(2000), Ratio.SQUARE, 1);

		Card shown = this.card.of(talk("ru"), longest, "Anna", 5);

		assertThat(shown.text().text().length()).isLessThan(4096);
		assertThat(shown.text().text()).contains("🦊…");
	}

	private static List<String> labels(Card card) {
		return card.keyboard().stream().flatMap(List::stream).map(Button::label).toList();
	}

	private static Talk talk(String locale) {
		return Talk.opening(1, 1, locale, "UTC", Cause.ofUpdate(1));
	}

	private static ButtonPressed pressed(Button button) {
		return new ButtonPressed(new Origin(1, 1, "en", "UTC", 5L), button.action(), "press");
	}

}
