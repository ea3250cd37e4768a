package studio.avatar.gallery.manage;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import studio.avatar.common.contract.Button;
import studio.avatar.common.contract.Card;
import studio.avatar.common.contract.MediaRef;
import studio.avatar.common.contract.RichText;
import studio.avatar.common.talk.Language;
import studio.avatar.common.talk.Screen;
import studio.avatar.common.talk.Talk;
import studio.avatar.common.talk.Words;
import studio.avatar.gallery.image.Image;

/**
 * Shows what an image was made from: the person's words, what the provider was given, and
 * the parameters. A text card, since a caption has room for a quarter of it; what does
 * not fit one message is turned like pages.
 */
@Component
public class PromptScreen {

	/** Leaves room for headings and parameters in Telegram's 4096. */
	private static final int PAGE = 3_200;

	private final Language language;

	PromptScreen(Language language) {
		this.language = language;
	}

	/**
	 * A page of it.
	 * @param page counted from 1; a page there is not counts as the nearest there is
	 */
	public Screen show(Talk talk, Image image, int page) {
		Words words = this.language.of(talk);
		List<RichText> pages = pages(words, image);
		int shown = Math.clamp(page, 1, pages.size());
		RichText text = title(words, shown, pages.size()).line().append(pages.get(shown - 1));
		return Screen.of(Card.of(text)
			.row(turns(words, image.id(), shown, pages.size()))
			.row(words.button("button.back-to-picture", "gallery:image:" + image.id())));
	}

	private static RichText title(Words words, int page, int of) {
		RichText title = words.rich("prompt.title");
		return (of > 1) ? title.append(words.rich("prompt.page", "page", page, "of", of)) : title;
	}

	/**
	 * All on one page when it fits, otherwise page after page and then the parameters.
	 */
	private static List<RichText> pages(Words words, Image image) {
		RichText parameters = parameters(words, image);
		if (image.prompt().length() + image.finalPrompt().length() <= PAGE) {
			return List.of(section(words, "prompt.words", image.prompt()).line()
				.append(section(words, "prompt.final", image.finalPrompt()))
				.line()
				.append(parameters));
		}
		return Stream
			.of(sections(words, "prompt.words", image.prompt()), sections(words, "prompt.final", image.finalPrompt()),
					Stream.of(parameters))
			.flatMap((sections) -> sections)
			.toList();
	}

	private static Stream<RichText> sections(Words words, String heading, String prompt) {
		return PromptPages.of(prompt, PAGE).stream().map((part) -> section(words, heading, part));
	}

	private static RichText section(Words words, String heading, String prompt) {
		return RichText.empty().line().append(words.rich(heading)).line().code(prompt);
	}

	private static RichText parameters(Words words, Image image) {
		return RichText.empty()
			.line()
			.append(words.rich("prompt.parameters", "ratio", image.ratio().label(), "model", image.model(), "seed",
					image.seed()))
			.append(pixels(words, image.file()));
	}

	private static RichText pixels(Words words, MediaRef file) {
		return (file.width() != null && file.height() != null)
				? words.rich("prompt.pixels", "width", file.width().toString(), "height", file.height().toString())
				: RichText.empty();
	}

	private static List<Button> turns(Words words, UUID id, int page, int of) {
		List<Button> row = new ArrayList<>();
		if (page > 1) {
			row.add(words.button("button.page-before", "gallery:prompt:" + id + ":" + (page - 1)));
		}
		if (page < of) {
			row.add(words.button("button.page-after", "gallery:prompt:" + id + ":" + (page + 1)));
		}
		return row;
	}

}
