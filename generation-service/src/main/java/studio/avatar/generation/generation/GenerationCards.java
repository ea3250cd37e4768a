package studio.avatar.generation.generation;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.springframework.stereotype.Component;

import studio.avatar.common.contract.Button;
import studio.avatar.common.contract.Card;
import studio.avatar.common.contract.RichText;
import studio.avatar.common.text.Texts;
import studio.avatar.generation.generation.Generation.Completed;
import studio.avatar.generation.generation.Generation.Held;
import studio.avatar.generation.generation.Generation.Requested;
import studio.avatar.generation.generation.Generation.Submitted;
import studio.avatar.generation.generation.Generation.Submitting;
import studio.avatar.generation.generation.Generation.UnderWay;
import studio.avatar.generation.generation.Generation.Unknown;

/** What a generation looks like in its chat: under way, with pictures, without. */
@Component
class GenerationCards {

	private final Texts texts;

	GenerationCards(Texts texts) {
		this.texts = texts;
	}

	/** The card that tells how it goes. */
	static String progressName(UUID id) {
		return "generation." + id;
	}

	/** The card that carries the buttons of the pictures. */
	static String resultName(UUID id) {
		return "generation.%s.result".formatted(id);
	}

	Card progress(UnderWay generation, Instant now) {
		Order order = generation.order();
		String language = order.language();
		Duration elapsed = Duration.between(order.requestedAt(), now);
		RichText text = this.texts
			.rich(language, "progress.title", "pictures", order.pictures(), "name", order.avatarName(), "ratio",
					order.ratio().label())
			.line()
			.line()
			.append(stage(language, generation))
			.line()
			.append(this.texts.rich(language, "progress.elapsed", "minutes", elapsed.toMinutes(), "seconds",
					elapsed.toSecondsPart()));
		return Card.of(text).row(button(language, "button.cancel", "generation:cancel:" + generation.id()));
	}

	private RichText stage(String language, UnderWay generation) {
		return switch (generation) {
			case Requested _ -> this.texts.rich(language, "progress.requested");
			case Held _, Submitting _ -> this.texts.rich(language, "progress.preparing");
			case Unknown _ -> this.texts.rich(language, "progress.unknown");
			case Submitted submitted -> switch (submitted.stage()) {
				case QUEUED -> (submitted.queuePosition() != null)
						? this.texts.rich(language, "progress.queued", "position", submitted.queuePosition())
						: this.texts.rich(language, "progress.sent");
				case DRAWING -> this.texts.rich(language, "progress.drawing");
			};
		};
	}

	/**
	 * Its buttons answer below: the message is the picture, and a menu that took its
	 * place would take the picture away.
	 */
	Card result(Completed generation) {
		Order order = generation.order();
		String language = order.language();
		Duration taken = Duration.between(order.requestedAt(), generation.endedAt());
		RichText text = this.texts.rich(language, "result.title", "name", order.avatarName(), "ratio",
				order.ratio().label(), "seed", generation.seed(), "model", order.endpoint(), "minutes",
				taken.toMinutes(), "seconds", taken.toSecondsPart());
		if (generation.shortfall() != null) {
			text = text.line()
				.line()
				.append(this.texts.rich(language, "result.shortfall", "missing", generation.missing(), "credits",
						generation.missing() * order.creditsPerPicture()))
				.plain(" ")
				.append(this.texts.rich(language, generation.shortfall().textKey()));
		}
		return Card.of(text)
			.row(button(language, "button.again", "generation:again:" + generation.id()),
					button(language, "button.prompt", "generation:shown:" + generation.id()))
			.row(button(language, "button.gallery", "gallery:image:" + generation.images().getFirst().imageId()),
					button(language, "button.create", "generation:more"));
	}

	/**
	 * It ended without pictures; {@code why} is the key of the sentence that tells it.
	 */
	Card without(Generation generation, String why) {
		Order order = generation.order();
		String language = order.language();
		RichText text = this.texts.rich(language, why)
			.line()
			.append(this.texts.rich(language, "ended.credits-back", "credits", order.price()));
		return Card.of(text)
			.row(retry(generation))
			.row(button(language, "button.create", "generation:menu"),
					button(language, "button.main-menu", "menu:main"));
	}

	Button retry(Generation generation) {
		return button(generation.order().language(), "button.retry", "generation:again:" + generation.id());
	}

	/** The prompt as the provider got it, to be read and copied. */
	Card prompt(Order order, String language) {
		return Card
			.of(this.texts.rich(language, "prompt.shown", "name", order.avatarName())
				.line()
				.line()
				.code(order.finalPrompt()))
			.row(button(language, "button.create", "generation:menu"),
					button(language, "button.main-menu", "menu:main"));
	}

	private Button button(String language, String label, String action) {
		return new Button(this.texts.get(language, label), action);
	}

}
