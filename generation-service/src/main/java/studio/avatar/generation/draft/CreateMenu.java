package studio.avatar.generation.draft;

import java.util.OptionalInt;

import org.springframework.stereotype.Component;

import studio.avatar.common.contract.Card;
import studio.avatar.common.contract.RichText;
import studio.avatar.common.credits.Balances;
import studio.avatar.common.talk.Guarded.Passed;
import studio.avatar.common.talk.Guarded.Refused;
import studio.avatar.common.talk.Language;
import studio.avatar.common.talk.Replies;
import studio.avatar.common.talk.Screen;
import studio.avatar.common.talk.Talk;
import studio.avatar.common.talk.Words;
import studio.avatar.generation.avatar.Avatar;
import studio.avatar.generation.generation.GenerationSettings;
import studio.avatar.generation.guard.AvatarGuard;

/**
 * Where pictures begin: the main avatar, the balance, the price, and the ways to make
 * one.
 */
@Component
public class CreateMenu {

	private static final String CARD = "generation.menu";

	private final AvatarGuard avatars;

	private final Balances balances;

	private final GenerationSettings settings;

	private final Language language;

	private final Replies replies;

	CreateMenu(AvatarGuard avatars, Balances balances, GenerationSettings settings, Language language,
			Replies replies) {
		this.avatars = avatars;
		this.balances = balances;
		this.settings = settings;
		this.language = language;
		this.replies = replies;
	}

	/**
	 * Shows the menu: the pressed card turns into it, text and commands are answered
	 * below.
	 */
	public void show(Talk talk) {
		this.replies.show(talk, CARD, screen(talk));
	}

	/** A button that no longer leads anywhere: says so, and where to go on. */
	public void stale(Talk talk) {
		this.replies.toast(talk, this.language.of(talk).text("toast.stale"));
		show(talk.below());
	}

	private Screen screen(Talk talk) {
		return switch (this.avatars.main(talk)) {
			case Passed(Avatar avatar) ->
				Screen.of(menu(this.language.of(talk), avatar, this.balances.available(talk.userId())));
			case Refused(Screen refusal) -> refusal;
		};
	}

	private Card menu(Words words, Avatar avatar, OptionalInt balance) {
		RichText text = words.rich("menu.title", "name", avatar.name())
			.line()
			.line()
			.append(balance.isPresent() ? words.rich("menu.balance", "credits", balance.getAsInt()).line()
					: RichText.empty())
			.append(words.rich("menu.price", "credits", this.settings.creditsPerPicture()));
		return Card.of(text)
			.row(words.button("button.own-prompt", "generation:prompt"))
			.row(words.button("button.change-avatar", "training:avatars"))
			.row(words.button("button.main-menu", "menu:main"));
	}

}
