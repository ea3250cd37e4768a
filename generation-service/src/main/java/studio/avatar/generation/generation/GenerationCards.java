package studio.avatar.generation.generation;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.springframework.stereotype.Component;

import studio.avatar.common.contract.Button;
import studio.avatar.common.contract.Card;
import studio.avatar.common.contract.RichText;
import studio.avatar.common.talk.Language;
import studio.avatar.common.talk.Talk;
import studio.avatar.common.talk.Words;
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

	private final Language language;

	private final GenerationSettings settings;

	GenerationCards(Language language, GenerationSettings settings) {
		this.language = language;
		this.settings = settings;
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
		Words words = this.language.of(order.language());
		Duration elapsed = Duration.between(order.requestedAt(), now);
		RichText text = words
			.rich("progress.title", "pictures", order.pictures(), "name", order.avatarName(), "ratio",
					order.ratio().label())
			.line()
			.line()
			.append(stage(words, generation))
			.line()
			.append(words.rich("progress.elapsed", "minutes", elapsed.toMinutes(), "seconds", elapsed.toSecondsPart()));
		return Card.of(text).row(words.button("button.cancel", "generation:cancel:" + generation.id()));
	}

	private static RichText stage(Words words, UnderWay generation) {
		return switch (generation) {
			case Requested _ -> words.rich("progress.requested");
			case Held _, Submitting _ -> words.rich("progress.preparing");
			case Unknown _ -> words.rich("progress.unknown");
			case Submitted submitted -> switch (submitted.stage()) {
				case QUEUED -> (submitted.queuePosition() != null)
						? words.rich("progress.queued", "position", submitted.queuePosition())
						: words.rich("progress.sent");
				case DRAWING -> words.rich("progress.drawing");
			};
		};
	}

	/**
	 * Its buttons answer below: the message is the picture, and a menu that took its
	 * place would take the picture away.
	 */
	Card result(Completed generation) {
		Order order = generation.order();
		Words words = this.language.of(order.language());
		Duration taken = Duration.between(order.requestedAt(), generation.endedAt());
		RichText text = words.rich("result.title", "name", order.avatarName(), "ratio", order.ratio().label(), "seed",
				generation.seed(), "model", order.endpoint(), "minutes", taken.toMinutes(), "seconds",
				taken.toSecondsPart());
		if (generation.shortfall() != null) {
			text = text.line()
				.line()
				.append(words.rich("result.shortfall", "missing", generation.missing(), "credits",
						generation.missing() * order.creditsPerPicture()))
				.plain(" ")
				.append(words.rich(generation.shortfall().textKey()));
		}
		return Card.of(text)
			.row(repeat(generation, "button.again"),
					words.button("button.prompt", "generation:shown:" + generation.id()))
			.row(words.button("button.gallery", "gallery:image:" + generation.images().getFirst().imageId()),
					words.button("button.create", "generation:more"));
	}

	/**
	 * It ended without pictures; {@code why} is the key of the sentence that tells it.
	 */
	Card without(Generation generation, String why) {
		Order order = generation.order();
		Words words = this.language.of(order.language());
		RichText text = words.rich(why).line().append(words.rich("ended.credits-back", "credits", order.price()));
		return Card.of(text)
			.row(retry(generation))
			.row(words.button("button.create", "generation:menu"), words.button("button.main-menu", "menu:main"));
	}

	Button retry(Generation generation) {
		return repeat(generation, "button.retry");
	}

	private Button repeat(Generation generation, String label) {
		Order order = generation.order();
		return new RepeatButton(generation, order.pictures() * this.settings.creditsPerPicture())
			.labelled(this.language.of(order.language()), label);
	}

	/** The prompt as the provider got it, to be read and copied. */
	Card prompt(Talk talk, Order order) {
		Words words = this.language.of(talk);
		return Card.of(words.rich("prompt.shown", "name", order.avatarName()).line().line().code(order.finalPrompt()))
			.row(words.button("button.create", "generation:menu"), words.button("button.main-menu", "menu:main"));
	}

}
