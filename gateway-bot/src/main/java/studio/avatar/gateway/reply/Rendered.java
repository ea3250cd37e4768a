package studio.avatar.gateway.reply;

import java.util.List;

import com.pengrad.telegrambot.model.MessageEntity;
import studio.avatar.common.contract.RichText;
import studio.avatar.common.contract.RichText.Style;
import studio.avatar.gateway.reply.StyledText.Mark;

/**
 * Text as Telegram takes it: plain, with entities that count in UTF-16 units. Nothing a
 * person wrote can become an entity or break one.
 *
 * @param text without white space at its ends, which Telegram would take away
 * @param entities styles, in order, side by side, never beyond the text
 */
record Rendered(String text, List<MessageEntity> entities) {

	/** Limit of a message. */
	static final int TEXT = 4096;

	/** Limit under a picture. */
	static final int CAPTION = 1024;

	/** Quotes beyond this many UTF-16 units are folded until they are touched. */
	private static final int FOLDED = 400;

	private static final String CUT = "…";

	MessageEntity[] entityArray() {
		return this.entities.toArray(MessageEntity[]::new);
	}

	/**
	 * Renders a text as one message.
	 * @param limit UTF-16 units; what is longer is cut between characters as people see
	 * them, and ends with …
	 */
	static Rendered of(RichText text, int limit) {
		StyledText styled = StyledText.of(text);
		return shortened(styled, Cuts.trimmed(styled.text(), 0, styled.text().length()), limit);
	}

	/**
	 * Renders a text as messages one after the other; at least one, which is empty when
	 * there is nothing to see.
	 * @param first limit of the first one
	 * @param rest limit of the others
	 */
	static List<Rendered> parts(RichText text, int first, int rest) {
		StyledText styled = StyledText.of(text);
		List<Cuts.Part> parts = new Cuts(styled, first, rest).parts();
		return parts.stream()
			.map((part) -> shortened(styled, part, (part == parts.getFirst()) ? first : rest))
			.toList();
	}

	/** Whether it can stand under a picture. */
	static boolean fitsCaption(RichText text) {
		return of(text, TEXT).text().length() <= CAPTION;
	}

	private static Rendered shortened(StyledText styled, Cuts.Part part, int limit) {
		if (part.length() <= limit) {
			return new Rendered(styled.text().substring(part.from(), part.to()), entities(styled, part));
		}
		int cut = styled.characters().beginAt(part.from() + limit - CUT.length(), part.from());
		Cuts.Part shown = Cuts.trimmed(styled.text(), part.from(), cut);
		return new Rendered(styled.text().substring(shown.from(), shown.to()) + CUT, entities(styled, shown));
	}

	private static List<MessageEntity> entities(StyledText styled, Cuts.Part part) {
		return styled.marks()
			.stream()
			.map((mark) -> new Mark(Math.max(mark.from(), part.from()), Math.min(mark.to(), part.to()), mark.span()))
			.filter((mark) -> mark.length() > 0 && !styled.text().substring(mark.from(), mark.to()).isBlank())
			.map((mark) -> entity(mark, part.from()))
			.toList();
	}

	private static MessageEntity entity(Mark mark, int origin) {
		MessageEntity entity = new MessageEntity(type(mark), mark.from() - origin, mark.length());
		return (mark.span().link() != null) ? entity.url(mark.span().link()) : entity;
	}

	private static MessageEntity.Type type(Mark mark) {
		Style style = mark.span().style();
		return switch (style) {
			case BOLD -> MessageEntity.Type.bold;
			case ITALIC -> MessageEntity.Type.italic;
			case CODE -> MessageEntity.Type.code;
			case PRE -> MessageEntity.Type.pre;
			case QUOTE ->
				(mark.length() > FOLDED) ? MessageEntity.Type.expandable_blockquote : MessageEntity.Type.blockquote;
			case SPOILER -> MessageEntity.Type.spoiler;
			case STRIKETHROUGH -> MessageEntity.Type.strikethrough;
			case LINK -> MessageEntity.Type.text_link;
			case PLAIN -> throw new IllegalArgumentException("plain text has no entity");
		};
	}

}
