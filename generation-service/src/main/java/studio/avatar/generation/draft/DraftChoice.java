package studio.avatar.generation.draft;

import java.util.Optional;
import java.util.stream.Stream;

import studio.avatar.common.contract.Button;
import studio.avatar.common.contract.ChatEvent.ButtonPressed;
import studio.avatar.common.contract.Ratio;

/**
 * What is chosen on a draft's card, and how a button says it. A ratio is written
 * {@code 16x9}, because the colon separates the parts of an action and an action must not
 * exceed 64 bytes.
 */
sealed interface DraftChoice {

	/** Another ratio. */
	record ChosenRatio(Ratio ratio) implements DraftChoice {
	}

	/** Another number of pictures, 1 to 4. */
	record ChosenPictures(int pictures) implements DraftChoice {
	}

	/** The draft with this choice made. */
	default Draft applyTo(Draft draft) {
		return switch (this) {
			case ChosenRatio chosen -> draft.ratio(chosen.ratio());
			case ChosenPictures chosen -> draft.pictures(chosen.pictures());
		};
	}

	/** The button that makes this choice. */
	default Button button(Draft draft, String label) {
		return new Button(label, switch (this) {
			case ChosenRatio chosen -> "generation:ratio:%s:%s".formatted(draft.id(), word(chosen.ratio()));
			case ChosenPictures chosen -> "generation:count:%s:%d".formatted(draft.id(), chosen.pictures());
		});
	}

	/** Reads a pressed button; empty when it makes no choice that there is. */
	static Optional<DraftChoice> of(ButtonPressed press) {
		String chosen = press.part(3);
		return switch (press.part(1)) {
			case "ratio" -> Stream.of(Ratio.values())
				.filter((ratio) -> word(ratio).equals(chosen))
				.findFirst()
				.map(ChosenRatio::new);
			case "count" ->
				chosen.matches("[1-4]") ? Optional.of(new ChosenPictures(Integer.parseInt(chosen))) : Optional.empty();
			default -> Optional.empty();
		};
	}

	private static String word(Ratio ratio) {
		return ratio.label().replace(':', 'x');
	}

}
