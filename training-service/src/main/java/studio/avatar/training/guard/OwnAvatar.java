package studio.avatar.training.guard;

import java.util.Optional;
import java.util.function.BiConsumer;

import org.springframework.stereotype.Component;

import studio.avatar.common.talk.Language;
import studio.avatar.common.talk.PressedId;
import studio.avatar.common.talk.Replies;
import studio.avatar.common.talk.Talk;
import studio.avatar.training.avatar.Avatar;
import studio.avatar.training.avatar.AvatarChat;
import studio.avatar.training.avatar.Avatars;

/** The avatar exists and is theirs. */
@Component
public class OwnAvatar {

	private final Avatars avatars;

	private final AvatarChat chat;

	private final Replies replies;

	private final Language language;

	OwnAvatar(Avatars avatars, AvatarChat chat, Replies replies, Language language) {
		this.avatars = avatars;
		this.chat = chat;
		this.replies = replies;
		this.language = language;
	}

	/**
	 * Goes on with the avatar, or tells the person that it is gone and shows what there
	 * is.
	 */
	public void of(Talk talk, String id, BiConsumer<Talk, Avatar> then) {
		find(talk, id).ifPresentOrElse((avatar) -> then.accept(talk, avatar), () -> refuse(talk));
	}

	/** The same for an avatar that must still be a draft. */
	public void draft(Talk talk, String id, BiConsumer<Talk, Avatar> then) {
		find(talk, id).filter(Avatar::isDraft)
			.ifPresentOrElse((avatar) -> then.accept(talk, avatar), () -> refuse(talk));
	}

	private Optional<Avatar> find(Talk talk, String id) {
		return PressedId.parse(id).flatMap((avatarId) -> this.avatars.of(talk.userId(), avatarId));
	}

	private void refuse(Talk talk) {
		this.replies.toast(talk, this.language.of(talk).text("stale"));
		this.chat.showAll(talk);
	}

}
