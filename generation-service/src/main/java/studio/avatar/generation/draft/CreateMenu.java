package studio.avatar.generation.draft;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import studio.avatar.common.contract.Button;
import studio.avatar.common.contract.Card;
import studio.avatar.common.contract.ChatEvent.ButtonPressed;
import studio.avatar.common.contract.ChatEvent.CommandIssued;
import studio.avatar.common.contract.Origin;
import studio.avatar.common.contract.RichText;
import studio.avatar.common.messaging.Envelope;
import studio.avatar.common.text.Texts;
import studio.avatar.generation.avatar.Avatar;
import studio.avatar.generation.credits.Balance;
import studio.avatar.generation.credits.Balances;
import studio.avatar.generation.generation.GenerationSettings;
import studio.avatar.generation.guard.AvatarGuard;
import studio.avatar.generation.guard.Guarded.Passed;
import studio.avatar.generation.guard.Guarded.Refused;
import studio.avatar.generation.reply.Answers;

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

	private final Texts texts;

	private final Answers answers;

	CreateMenu(AvatarGuard avatars, Balances balances, GenerationSettings settings, Texts texts, Answers answers) {
		this.avatars = avatars;
		this.balances = balances;
		this.settings = settings;
		this.texts = texts;
		this.answers = answers;
	}

	/** The pressed card turns into the menu. */
	public void pressed(Envelope<ButtonPressed> press) {
		this.answers.edit(press, CARD, card(press.event().origin()));
	}

	/** The menu below, so that a picture above keeps its place. */
	public void below(Envelope<?> cause, Origin origin) {
		this.answers.send(cause, origin, CARD, card(origin));
	}

	public void commanded(Envelope<CommandIssued> command) {
		below(command, command.event().origin());
	}

	/** A button that no longer leads anywhere: says so, and where to go on. */
	public void stale(Envelope<ButtonPressed> press) {
		this.answers.toast(press, this.texts.get(press.event().origin().locale(), "toast.stale"));
		below(press, press.event().origin());
	}

	private Card card(Origin origin) {
		return switch (this.avatars.main(origin)) {
			case Passed(Avatar avatar) -> menu(origin.locale(), avatar, this.balances.of(origin.userId()).orElse(null));
			case Refused(Card refusal) -> refusal;
		};
	}

	private Card menu(String language, Avatar avatar, @Nullable Balance balance) {
		RichText text = this.texts.rich(language, "menu.title", "name", avatar.name())
			.line()
			.line()
			.append((balance != null) ? this.texts.rich(language, "menu.balance", "credits", balance.available()).line()
					: RichText.empty())
			.append(this.texts.rich(language, "menu.price", "credits", this.settings.creditsPerPicture()));
		return Card.of(text)
			.row(new Button(this.texts.get(language, "button.own-prompt"), "generation:prompt"))
			.row(new Button(this.texts.get(language, "button.change-avatar"), "training:avatars"))
			.row(new Button(this.texts.get(language, "button.main-menu"), "menu:main"));
	}

}
