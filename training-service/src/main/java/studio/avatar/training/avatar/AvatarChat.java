package studio.avatar.training.avatar;

import java.util.List;

import org.springframework.stereotype.Component;

import studio.avatar.common.contract.Card;
import studio.avatar.common.contract.RichText;
import studio.avatar.common.contract.Topic;
import studio.avatar.common.contract.TrainingEvent.MainAvatarChosen;
import studio.avatar.common.messaging.Outbox;
import studio.avatar.common.talk.Language;
import studio.avatar.common.talk.Replies;
import studio.avatar.common.talk.Talk;
import studio.avatar.common.talk.Words;

/** My avatars: browsing them, and choosing the main one. */
@Component
public class AvatarChat {

	private final Avatars avatars;

	private final AvatarCards cards;

	private final Replies replies;

	private final Language language;

	private final Outbox outbox;

	AvatarChat(Avatars avatars, AvatarCards cards, Replies replies, Language language, Outbox outbox) {
		this.avatars = avatars;
		this.cards = cards;
		this.replies = replies;
		this.language = language;
		this.outbox = outbox;
	}

	/** Shows the main avatar, else the newest, else how to make one. */
	public void showAll(Talk talk) {
		this.replies.show(talk, AvatarCards.NAME, all(talk));
	}

	private Card all(Talk talk) {
		List<Avatar> all = this.avatars.of(talk.userId());
		int main = all.stream().filter(Avatar::isMain).findFirst().map(all::indexOf).orElse(0);
		return all.isEmpty() ? this.cards.none(talk) : this.cards.one(talk, all, main);
	}

	/**
	 * Says that what was meant is gone, and shows what there is: beside the press, or
	 * when nothing was pressed on the card.
	 */
	public void showInstead(Talk talk) {
		Words words = this.language.of(talk);
		this.replies.toast(talk, words.text("stale"));
		Card card = all(talk);
		boolean pressed = talk.pressId() != null;
		this.replies.show(talk, AvatarCards.NAME,
				pressed ? card : card.text(words.rich("stale").append(RichText.of("\n\n")).append(card.text())));
	}

	/** Shows one avatar with its neighbours. */
	public void show(Talk talk, Avatar avatar) {
		List<Avatar> all = this.avatars.of(talk.userId());
		this.replies.show(talk, AvatarCards.NAME, this.cards.one(talk, all, all.indexOf(avatar)));
	}

	/** Makes an avatar main. Only a ready one can be; a second press changes nothing. */
	public void makeMain(Talk talk, Avatar avatar) {
		if (avatar.status() != AvatarStatus.READY) {
			this.replies.toast(talk, this.language.of(talk).text("avatars.not-ready"));
		}
		else if (!avatar.isMain()) {
			this.avatars.makeMain(avatar);
			this.outbox.publish(Topic.TRAINING_EVENTS, talk.chatId(),
					new MainAvatarChosen(avatar.id(), talk.chatId(), talk.userId()), talk.cause());
			this.replies.toast(talk, this.language.of(talk).text("avatars.now-main", "name", avatar.givenName()));
		}
		show(talk, avatar);
	}

}
