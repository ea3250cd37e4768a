package studio.avatar.training.draft;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import studio.avatar.common.contract.Expectation;
import studio.avatar.common.contract.Gender;
import studio.avatar.common.scheduling.PersistentSchedule;
import studio.avatar.common.talk.Language;
import studio.avatar.common.talk.Replies;
import studio.avatar.common.talk.Talk;
import studio.avatar.training.avatar.Avatar;
import studio.avatar.training.avatar.Avatars;
import studio.avatar.training.avatar.PhotoAlbum;
import studio.avatar.training.photo.PhotoStep;

/**
 * The wizard: gender, name, photos; each answer may be given anew, and the rest stays.
 */
@Component
public class DraftChat {

	private final Avatars avatars;

	private final PhotoAlbum album;

	private final PhotoStep photos;

	private final DraftCards cards;

	private final Replies replies;

	private final Language language;

	private final PersistentSchedule schedule;

	private final Clock clock;

	DraftChat(Avatars avatars, PhotoAlbum album, PhotoStep photos, DraftCards cards, Replies replies, Language language,
			PersistentSchedule schedule, Clock clock) {
		this.avatars = avatars;
		this.album = album;
		this.photos = photos;
		this.cards = cards;
		this.replies = replies;
		this.language = language;
		this.schedule = schedule;
		this.clock = clock;
	}

	/** Begins a draft, or offers the one there is. */
	public void begin(Talk talk) {
		Optional<Avatar> existing = this.avatars.draftOf(talk.userId());
		if (existing.isPresent()) {
			Avatar draft = existing.get();
			this.replies.show(talk, card(draft), this.cards.already(talk, draft));
			return;
		}
		Avatar draft = Avatar.draft(UUID.randomUUID(), talk.chatId(), talk.userId(), this.clock.instant());
		this.avatars.add(draft);
		askGender(talk, draft);
	}

	/** Goes on where the draft stands. */
	public void resume(Talk talk, Avatar draft) {
		switch (DraftStep.of(draft)) {
			case GENDER -> askGender(talk, draft);
			case NAME -> askName(talk, draft);
			case PHOTOS -> this.photos.show(talk, draft);
		}
	}

	public void askGender(Talk talk, Avatar draft) {
		this.replies.show(talk, card(draft), this.cards.gender(talk, draft));
	}

	/**
	 * Takes the gender; a word that is none is said so and leads back to where it was.
	 */
	public void gender(Talk talk, Avatar draft, String word) {
		Stream.of(Gender.values())
			.filter((gender) -> gender.name().equals(word))
			.findFirst()
			.ifPresentOrElse(draft::choose, () -> this.replies.toast(talk, this.language.of(talk).text("stale")));
		resume(talk, draft);
	}

	public void askName(Talk talk, Avatar draft) {
		this.replies.show(talk, card(draft), this.cards.name(talk, draft), name(draft));
	}

	/** Takes the name, or says what is wrong with it and asks again. */
	public void name(Talk talk, Avatar draft, String typed) {
		switch (AvatarName.of(typed)) {
			case AvatarName.Accepted accepted -> {
				draft.call(accepted.name());
				resume(talk, draft);
			}
			case AvatarName.Refused refused ->
				this.replies.show(talk, card(draft), this.cards.nameAgain(talk, draft, refused.fault()), name(draft));
		}
	}

	/** Asks before a draft is given up. */
	public void askDiscard(Talk talk, Avatar draft) {
		this.replies.show(talk, card(draft), this.cards.discard(talk, draft, this.album.count(draft.id())));
	}

	/** Gives a draft up: it is gone at once, its files a little later. */
	public void discard(Talk talk, Avatar draft) {
		draft.discard();
		this.schedule.at(DraftPurge.of(draft.id()), this.clock.instant());
		this.replies.toast(talk, this.language.of(talk).text("draft.discarded.toast"));
		this.replies.show(talk, card(draft), this.cards.discarded(talk));
	}

	private static Expectation name(Avatar draft) {
		return Expectation.text("training:name:" + draft.id());
	}

	private static String card(Avatar draft) {
		return PhotoStep.card(draft.id());
	}

}
