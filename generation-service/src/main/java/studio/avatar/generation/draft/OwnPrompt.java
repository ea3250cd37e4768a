package studio.avatar.generation.draft;

import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;

import studio.avatar.common.contract.Card;
import studio.avatar.common.contract.ChatEvent.TextEntered;
import studio.avatar.common.contract.Expectation;
import studio.avatar.common.contract.RichText;
import studio.avatar.common.talk.Guarded;
import studio.avatar.common.talk.Guarded.Passed;
import studio.avatar.common.talk.Guarded.Refused;
import studio.avatar.common.talk.Language;
import studio.avatar.common.talk.PressedId;
import studio.avatar.common.talk.Replies;
import studio.avatar.common.talk.Screen;
import studio.avatar.common.talk.Talk;
import studio.avatar.common.talk.Words;
import studio.avatar.generation.avatar.Avatar;
import studio.avatar.generation.guard.AvatarGuard;
import studio.avatar.generation.prompt.PromptWords;
import studio.avatar.generation.prompt.PromptWords.Accepted;
import studio.avatar.generation.prompt.PromptWords.TooLong;
import studio.avatar.generation.prompt.PromptWords.TooShort;

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

	private final NewDraft drafts;

	private final Language language;

	private final Replies replies;

	OwnPrompt(AvatarGuard avatars, NewDraft drafts, Language language, Replies replies) {
		this.avatars = avatars;
		this.drafts = drafts;
		this.language = language;
		this.replies = replies;
	}

	/** Whether a text answers this question. */
	public static boolean asked(TextEntered text) {
		return text.expectation().startsWith(ASKED);
	}

	/** Asks for words about the main avatar. */
	public void ask(Talk talk) {
		ask(talk, this.avatars.main(talk));
	}

	/** Asks for words about the avatar that the button names. */
	public void askWith(Talk talk, UUID avatarId) {
		ask(talk, this.avatars.named(talk, avatarId));
	}

	private void ask(Talk talk, Guarded<Avatar> guarded) {
		switch (guarded) {
			case Passed(Avatar avatar) ->
				ask(talk, avatar, this.language.of(talk).rich("prompt.ask", "name", avatar.name()));
			case Refused(Screen refusal) -> this.replies.show(talk, CARD, refusal);
		}
	}

	/** Takes the words. */
	public void entered(Talk talk, TextEntered text) {
		Optional<UUID> avatarId = PressedId.parse(text.expectation().substring(ASKED.length()));
		switch (avatarId.map((id) -> this.avatars.named(talk, id)).orElseGet(() -> this.avatars.main(talk))) {
			case Passed(Avatar avatar) -> entered(talk, text.text(), avatar);
			case Refused(Screen refusal) -> this.replies.show(talk, CARD, refusal);
		}
	}

	private void entered(Talk talk, String text, Avatar avatar) {
		switch (PromptWords.of(text)) {
			case Accepted(String words) -> this.drafts.of(talk, avatar, words);
			case TooShort(int length) -> again(talk, avatar, "prompt.too-short", length);
			case TooLong(int length) -> again(talk, avatar, "prompt.too-long", length);
		}
	}

	private void again(Talk talk, Avatar avatar, String why, int length) {
		ask(talk, avatar, this.language.of(talk)
			.rich(why, "length", length, "shortest", PromptWords.SHORTEST, "longest", PromptWords.LONGEST));
	}

	private void ask(Talk talk, Avatar avatar, RichText sentence) {
		Words words = this.language.of(talk);
		RichText limits = words.rich("prompt.limits", "shortest", PromptWords.SHORTEST, "longest", PromptWords.LONGEST);
		Card card = Card.of(sentence.line().line().append(limits)).row(words.button("button.back", "generation:menu"));
		this.replies.show(talk, CARD, card, Expectation.text(ASKED + avatar.id()));
	}

}
