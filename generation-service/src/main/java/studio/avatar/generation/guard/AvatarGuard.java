package studio.avatar.generation.guard;

import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;

import studio.avatar.common.contract.Button;
import studio.avatar.common.contract.Card;
import studio.avatar.common.contract.Origin;
import studio.avatar.common.text.Texts;
import studio.avatar.generation.avatar.Avatar;
import studio.avatar.generation.avatar.Avatars;
import studio.avatar.generation.guard.Guarded.Passed;
import studio.avatar.generation.guard.Guarded.Refused;

/** An avatar that is there, ready, and this person's own. */
@Component
public class AvatarGuard {

	private final Avatars avatars;

	private final Texts texts;

	AvatarGuard(Avatars avatars, Texts texts) {
		this.avatars = avatars;
		this.texts = texts;
	}

	/** The main avatar. */
	public Guarded<Avatar> main(Origin origin) {
		return orRefusal(this.avatars.main(origin.userId()), origin, "guard.no-main");
	}

	/** The avatar with this id; somebody else's is refused like one that is gone. */
	public Guarded<Avatar> named(Origin origin, UUID avatarId) {
		return orRefusal(this.avatars.of(origin.userId(), avatarId), origin, "guard.avatar-gone");
	}

	private Guarded<Avatar> orRefusal(Optional<Avatar> avatar, Origin origin, String othersReady) {
		return avatar.<Guarded<Avatar>>map(Passed::new)
			.orElseGet(() -> new Refused<>(switch (this.avatars.stock(origin.userId())) {
				case NOTHING -> refusal(origin, "guard.no-avatar", "button.new-avatar", "training:new");
				case IN_TRAINING -> refusal(origin, "guard.in-training", "button.avatars", "training:avatars");
				case READY -> refusal(origin, othersReady, "button.avatars", "training:avatars");
			}));
	}

	private Card refusal(Origin origin, String text, String button, String action) {
		String language = origin.locale();
		return Card.of(this.texts.rich(language, text))
			.row(new Button(this.texts.get(language, button), action))
			.row(new Button(this.texts.get(language, "button.main-menu"), "menu:main"));
	}

}
