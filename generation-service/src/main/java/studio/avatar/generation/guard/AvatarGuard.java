package studio.avatar.generation.guard;

import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;

import studio.avatar.common.contract.Card;
import studio.avatar.common.talk.Guarded;
import studio.avatar.common.talk.Guarded.Passed;
import studio.avatar.common.talk.Guarded.Refused;
import studio.avatar.common.talk.Language;
import studio.avatar.common.talk.Screen;
import studio.avatar.common.talk.Talk;
import studio.avatar.common.talk.Words;
import studio.avatar.generation.avatar.Avatar;
import studio.avatar.generation.avatar.Avatars;

/** An avatar that is there, ready, and this person's own. */
@Component
public class AvatarGuard {

	private final Avatars avatars;

	private final Language language;

	AvatarGuard(Avatars avatars, Language language) {
		this.avatars = avatars;
		this.language = language;
	}

	/** The main avatar. */
	public Guarded<Avatar> main(Talk talk) {
		return orRefusal(this.avatars.main(talk.userId()), talk, "guard.no-main");
	}

	/**
	 * The avatar with this id; somebody else's is refused like one that is gone, beside
	 * the button that names it, too.
	 */
	public Guarded<Avatar> named(Talk talk, UUID avatarId) {
		return switch (orRefusal(this.avatars.of(talk.userId(), avatarId), talk, "guard.avatar-gone")) {
			case Refused<Avatar>(Screen answer) when talk.pressId() != null ->
				new Refused<>(answer.toast(this.language.of(talk).text("toast.avatar-gone")));
			case Guarded<Avatar> other -> other;
		};
	}

	private Guarded<Avatar> orRefusal(Optional<Avatar> avatar, Talk talk, String othersReady) {
		return avatar.<Guarded<Avatar>>map(Passed::new)
			.orElseGet(() -> new Refused<>(switch (this.avatars.stock(talk.userId())) {
				case NOTHING -> refusal(talk, "guard.no-avatar", "button.new-avatar", "training:new");
				case IN_TRAINING -> refusal(talk, "guard.in-training", "button.avatars", "training:avatars");
				case READY -> refusal(talk, othersReady, "button.avatars", "training:avatars");
			}));
	}

	private Screen refusal(Talk talk, String text, String button, String action) {
		Words words = this.language.of(talk);
		return Screen.of(Card.of(words.rich(text))
			.row(words.button(button, action))
			.row(words.button("button.main-menu", "menu:main")));
	}

}
