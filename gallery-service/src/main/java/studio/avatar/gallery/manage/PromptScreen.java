package studio.avatar.gallery.manage;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import studio.avatar.common.contract.Button;
import studio.avatar.common.contract.Card;
import studio.avatar.common.contract.MediaRef;
import studio.avatar.common.contract.RichText;
import studio.avatar.common.text.Texts;
import studio.avatar.gallery.browse.Screen;
import studio.avatar.gallery.browse.Viewer;
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

	private final Texts texts;

	PromptScreen(Texts texts) {
		this.texts = texts;
	}

	/**
	 * A page of it.
	 * @param page counted from 1; a page there is not counts as the nearest there is
	 */
	public Screen show(Viewer viewer, Image image, int page) {
		List<RichText> pages = pages(viewer.language(), image);
		int shown = Math.clamp(page, 1, pages.size());
		RichText text = title(viewer.language(), shown, pages.size()).line().append(pages.get(shown - 1));
		return Screen.of(Card.of(text)
			.row(turns(viewer.language(), image, shown, pages.size()))
			.row(new Button(this.texts.get(viewer.language(), "button.back-to-picture"),
					"gallery:image:" + image.id())));
	}

	private RichText title(String language, int page, int of) {
		RichText title = this.texts.rich(language, "prompt.title");
		return (of > 1) ? title.append(this.texts.rich(language, "prompt.page", "page", page, "of", of)) : title;
	}

	/**
	 * All on one page when it fits, otherwise the words page by page and then the rest.
	 */
	private List<RichText> pages(String language, Image image) {
		RichText parameters = parameters(language, image);
		if (image.prompt().length() + image.finalPrompt().length() <= PAGE) {
			RichText all = section(language, "prompt.words", image.prompt()).line()
				.append(section(language, "prompt.final", image.finalPrompt()))
				.line()
				.append(parameters);
			return List.of(all);
		}
		return Stream
			.of(sections(language, "prompt.words", image.prompt()),
					sections(language, "prompt.final", image.finalPrompt()), Stream.of(parameters))
			.flatMap((sections) -> sections)
			.toList();
	}

	private Stream<RichText> sections(String language, String heading, String words) {
		return PromptPages.of(words, PAGE).stream().map((part) -> section(language, heading, part));
	}

	private RichText section(String language, String heading, String words) {
		return RichText.empty().line().append(this.texts.rich(language, heading)).line().code(words);
	}

	private RichText parameters(String language, Image image) {
		MediaRef file = image.file();
		return RichText.empty()
			.line()
			.append(this.texts.rich(language, "prompt.parameters", "ratio", image.ratio().label(), "model",
					image.model(), "seed", image.seed()))
			.append((file.width() != null && file.height() != null) ? this.texts.rich(language, "prompt.pixels",
					"width", file.width().toString(), "height", file.height().toString()) : RichText.empty());
	}

	private List<Button> turns(String language, Image image, int page, int of) {
		List<Button> row = new ArrayList<>();
		if (page > 1) {
			row.add(turn(language, "button.page-before", image, page - 1));
		}
		if (page < of) {
			row.add(turn(language, "button.page-after", image, page + 1));
		}
		return row;
	}

	private Button turn(String language, String label, Image image, int page) {
		return new Button(this.texts.get(language, label), "gallery:prompt:" + image.id() + ":" + page);
	}

}
