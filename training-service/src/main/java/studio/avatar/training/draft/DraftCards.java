package studio.avatar.training.draft;

import org.springframework.stereotype.Component;

import studio.avatar.common.contract.Card;
import studio.avatar.common.contract.Gender;
import studio.avatar.common.talk.Language;
import studio.avatar.common.talk.Talk;
import studio.avatar.common.talk.Words;
import studio.avatar.training.avatar.Avatar;

/** The first screens of the wizard. */
@Component
class DraftCards {

	private final Language language;

	DraftCards(Language language) {
		this.language = language;
	}

	Card gender(Talk talk, Avatar draft) {
		Words words = this.language.of(talk);
		String action = "training:gender:" + draft.id() + ':';
		return Card.of(words.rich("draft.gender"))
			.row(words.button("draft.male", action + Gender.MALE), words.button("draft.female", action + Gender.FEMALE),
					words.button("draft.other", action + Gender.OTHER))
			.row(words.button("draft.discard", "training:discard:" + draft.id()), words.button("menu", "menu:main"));
	}

	Card name(Talk talk, Avatar draft) {
		return named(talk, draft, "draft.name");
	}

	/** Asks again and says what was wrong with the last answer. */
	Card nameAgain(Talk talk, Avatar draft, AvatarName.Fault fault) {
		return named(talk, draft, "draft.name." + fault);
	}

	private Card named(Talk talk, Avatar draft, String key) {
		Words words = this.language.of(talk);
		return Card.of(words.rich(key, "least", AvatarName.LEAST, "most", AvatarName.MOST))
			.row(words.button("draft.back-to-gender", "training:gender:" + draft.id()))
			.row(words.button("draft.discard", "training:discard:" + draft.id()), words.button("menu", "menu:main"));
	}

	/** There is a draft already: go on with it or give it up. */
	Card already(Talk talk, Avatar draft) {
		Words words = this.language.of(talk);
		return Card
			.of(words.rich("draft.already", "name",
					(draft.name() != null) ? draft.name() : words.text("avatars.unnamed")))
			.row(words.button("avatars.continue", "training:resume:" + draft.id()))
			.row(words.button("draft.discard", "training:discard:" + draft.id()), words.button("menu", "menu:main"));
	}

	Card discard(Talk talk, Avatar draft, int photos) {
		Words words = this.language.of(talk);
		return Card
			.of(words.rich("draft.discard.ask", "name",
					(draft.name() != null) ? draft.name() : words.text("avatars.unnamed"), "photos", photos))
			.row(words.button("draft.discard.yes", "training:discard-yes:" + draft.id()))
			.row(words.button("draft.discard.no", "training:resume:" + draft.id()));
	}

	Card discarded(Talk talk) {
		Words words = this.language.of(talk);
		return Card.of(words.rich("draft.discarded"))
			.row(words.button("avatars.create", "training:new"))
			.row(words.button("avatars.mine", "training:avatars"), words.button("menu", "menu:main"));
	}

}
