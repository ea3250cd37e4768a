package studio.avatar.training.guard;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

import org.springframework.stereotype.Component;

import studio.avatar.common.talk.PressedId;
import studio.avatar.common.talk.Talk;
import studio.avatar.training.avatar.Avatar;
import studio.avatar.training.avatar.AvatarChat;
import studio.avatar.training.avatar.Avatars;

/** The avatar exists and is theirs. */
@Component
public class OwnAvatar {

	private final Avatars avatars;

	private final AvatarChat chat;

	OwnAvatar(Avatars avatars, AvatarChat chat) {
		this.avatars = avatars;
		this.chat = chat;
	}

	/**
	 * Goes on with the avatar, or tells the person that it is gone and shows what there
	 * is.
	 */
	public void of(Talk talk, String id, BiConsumer<Talk, Avatar> then) {
		when(talk, id, (avatar) -> true, then);
	}

	/** The same for an avatar that must still be a draft. */
	public void draft(Talk talk, String id, BiConsumer<Talk, Avatar> then) {
		when(talk, id, Avatar::isDraft, then);
	}

	/**
	 * The same for an avatar whose photos can still be sent.
	 * @return whether they can
	 */
	public boolean takingPhotos(Talk talk, String id, BiConsumer<Talk, Avatar> then) {
		return when(talk, id, Avatar::takesPhotos, then);
	}

	private boolean when(Talk talk, String id, Predicate<Avatar> fits, BiConsumer<Talk, Avatar> then) {
		Optional<Avatar> avatar = PressedId.parse(id)
			.flatMap((avatarId) -> this.avatars.of(talk.userId(), avatarId))
			.filter(fits);
		avatar.ifPresentOrElse((theirs) -> then.accept(talk, theirs), () -> this.chat.showInstead(talk));
		return avatar.isPresent();
	}

}
