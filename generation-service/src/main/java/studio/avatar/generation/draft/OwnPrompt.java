package studio.avatar.generation.draft;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;

import studio.avatar.common.contract.Button;
import studio.avatar.common.contract.Card;
import studio.avatar.common.contract.ChatEvent.ButtonPressed;
import studio.avatar.common.contract.ChatEvent.TextEntered;
import studio.avatar.common.contract.Expectation;
import studio.avatar.common.contract.Origin;
import studio.avatar.common.contract.Ratio;
import studio.avatar.common.contract.RichText;
import studio.avatar.common.messaging.Envelope;
import studio.avatar.common.text.Texts;
import studio.avatar.generation.avatar.Avatar;
import studio.avatar.generation.generation.GenerationSettings;
import studio.avatar.generation.guard.AvatarGuard;
import studio.avatar.generation.guard.Guarded;
import studio.avatar.generation.guard.Guarded.Passed;
import studio.avatar.generation.guard.Guarded.Refused;
import studio.avatar.generation.prompt.PromptWords;
import studio.avatar.generation.prompt.PromptWords.Accepted;
import studio.avatar.generation.prompt.PromptWords.TooLong;
import studio.avatar.generation.prompt.PromptWords.TooShort;
import studio.avatar.generation.reply.Answers;
import studio.avatar.generation.reply.PressedId;

/** Asks for a prompt, and makes a draft of the answer. */
@Component
public class OwnPrompt {

	/**
	 * Name of the expectation; the avatar's id follows, since the main one may change
	 * meanwhile.
	 */
	private static final String ASKED = "generation:prompt:";

	private static final String CARD = "generation.prompt";

	private final AvatarGuard avatars;

	private final Drafts drafts;

	private final DraftCard card;

	private final GenerationSettings settings;

	private final Texts texts;

	private final Answers answers;

	OwnPrompt(AvatarGuard avatars, Drafts drafts, DraftCard card, GenerationSettings settings, Texts texts,
			Answers answers) {
		this.avatars = avatars;
		this.drafts = drafts;
		this.card = card;
		this.settings = settings;
		this.texts = texts;
		this.answers = answers;
	}

	/** Whether a text answers this question. */
	public static boolean asked(TextEntered text) {
		return text.expectation().startsWith(ASKED);
	}

	/** Asks for words about the main avatar. */
	public void ask(Envelope<ButtonPressed> press) {
		ask(press, this.avatars.main(press.event().origin()));
	}

	/** Asks for words about the avatar that the button names. */
	public void askWith(Envelope<ButtonPressed> press, UUID avatarId) {
		ask(press, this.avatars.named(press.event().origin(), avatarId));
	}

	private void ask(Envelope<ButtonPressed> press, Guarded<Avatar> guarded) {
		String language = press.event().origin().locale();
		switch (guarded) {
			case Passed(Avatar avatar) -> this.answers.edit(press, CARD,
					question(language, this.texts.rich(language, "prompt.ask", "name", avatar.name())), asking(avatar));
			case Refused(Card refusal) -> this.answers.edit(press, CARD, refusal);
		}
	}

	/** Takes the words. */
	public void entered(Envelope<TextEntered> text) {
		Origin origin = text.event().origin();
		Optional<UUID> avatarId = PressedId.parse(text.event().expectation().substring(ASKED.length()));
		switch (avatarId.map((id) -> this.avatars.named(origin, id)).orElseGet(() -> this.avatars.main(origin))) {
			case Passed(Avatar avatar) -> entered(text, avatar);
			case Refused(Card refusal) -> this.answers.send(text, origin, CARD, refusal);
		}
	}

	private void entered(Envelope<TextEntered> text, Avatar avatar) {
		Origin origin = text.event().origin();
		switch (PromptWords.of(text.event().text())) {
			case Accepted(String words) -> draft(text, avatar, words);
			case TooShort(int length) -> again(text, origin, avatar, "prompt.too-short", length);
			case TooLong(int length) -> again(text, origin, avatar, "prompt.too-long", length);
		}
	}

	private void draft(Envelope<TextEntered> text, Avatar avatar, String words) {
		Origin origin = text.event().origin();
		UUID id = UUID.nameUUIDFromBytes(("draft/" + text.id()).getBytes(StandardCharsets.UTF_8));
		Draft draft = new Draft(id, origin.chatId(), origin.userId(), avatar.id(), words, Ratio.SQUARE, 1);
		this.drafts.add(draft);
		this.answers.send(text, origin, DraftCard.name(draft),
				this.card.of(draft, avatar.name(), this.settings.creditsPerPicture(), origin.locale()));
	}

	private void again(Envelope<TextEntered> text, Origin origin, Avatar avatar, String why, int length) {
		RichText sentence = this.texts.rich(origin.locale(), why, "length", length, "shortest", PromptWords.SHORTEST,
				"longest", PromptWords.LONGEST);
		this.answers.send(text, origin, CARD, question(origin.locale(), sentence), asking(avatar));
	}

	private Card question(String language, RichText sentence) {
		RichText limits = this.texts.rich(language, "prompt.limits", "shortest", PromptWords.SHORTEST, "longest",
				PromptWords.LONGEST);
		return Card.of(sentence.line().line().append(limits))
			.row(new Button(this.texts.get(language, "button.back"), "generation:menu"));
	}

	private static Expectation asking(Avatar avatar) {
		return Expectation.text(ASKED + avatar.id());
	}

}
