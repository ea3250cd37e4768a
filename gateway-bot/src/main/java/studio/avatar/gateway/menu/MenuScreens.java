package studio.avatar.gateway.menu;

import java.util.List;

import org.jspecify.annotations.Nullable;
import studio.avatar.common.contract.Button;
import studio.avatar.common.contract.Card;
import studio.avatar.common.contract.Reply;
import studio.avatar.common.contract.RichText;
import studio.avatar.common.text.Texts;
import studio.avatar.gateway.person.Person;
import studio.avatar.gateway.routing.Incoming;
import studio.avatar.gateway.routing.Screen;

import org.springframework.stereotype.Component;

/** The screens that the gateway shows by itself, each with a way on. */
@Component
public class MenuScreens {

	private static final String MENU = "menu";

	private final Texts texts;

	private final GreetingPicture greeting;

	MenuScreens(Texts texts, GreetingPicture greeting) {
		this.texts = texts;
		this.greeting = greeting;
	}

	/**
	 * Greets.
	 * @param credits what they can spend
	 */
	public Reply greeting(Person person, int credits) {
		return show(person, MENU, null, start(person, credits));
	}

	/**
	 * What the person gets to see.
	 * @param cause what they did; a press turns its own message into the screen
	 */
	public List<Reply> replies(Screen screen, Person person, Incoming cause) {
		String language = person.locale();
		return switch (screen) {
			case START, MENU -> List.of(show(person, MENU, pressed(cause), menu(language, "menu.text")));
			case HELP -> List.of(show(person, "help", pressed(cause), help(language)));
			case STALE_BUTTON -> stale(person, cause);
			case BALANCE, CANCELLED, NOTHING_TO_CANCEL, HINT, HINT_TEXT_WANTED, HINT_PHOTOS_WANTED, APOLOGY ->
				List.of(show(person, MENU, null, menu(language, key(screen))));
		};
	}

	private static String key(Screen screen) {
		return switch (screen) {
			case CANCELLED -> "cancel.done";
			case NOTHING_TO_CANCEL -> "cancel.nothing";
			case HINT_TEXT_WANTED -> "hint.text-wanted";
			case HINT_PHOTOS_WANTED -> "hint.photos-wanted";
			case APOLOGY -> "apology";
			default -> "hint.nothing-asked";
		};
	}

	private List<Reply> stale(Person person, Incoming cause) {
		Reply fresh = show(person, MENU, null, menu(person.locale(), "menu.text"));
		if (!(cause instanceof Incoming.Press press)) {
			return List.of(fresh);
		}
		return List.of(new Reply.ShowToast(person.chatId(), press.pressId(),
				this.texts.get(person.locale(), "stale-button"), false), fresh);
	}

	private Card start(Person person, int credits) {
		RichText text = this.texts.rich(person.locale(), "start.text", "name", person.firstName());
		if (credits > 0) {
			text = text.line().line().append(this.texts.rich(person.locale(), "start.credits", "credits", credits));
		}
		return withMenu(person.locale(), new Card(text, this.greeting.picture(), List.of()));
	}

	private Card menu(String language, String textKey) {
		return withMenu(language, Card.of(this.texts.rich(language, textKey)));
	}

	private Card help(String language) {
		return Card.of(this.texts.rich(language, "help.text"))
			.row(button(language, "create", "generation:menu"), button(language, "avatars", "training:avatars"))
			.row(button(language, "menu", "menu:main"));
	}

	private Card withMenu(String language, Card card) {
		return card.row(button(language, "create", "generation:menu"))
			.row(button(language, "avatars", "training:avatars"), button(language, "gallery", "gallery:open"))
			.row(button(language, "balance", "account:balance"), button(language, "help", "menu:help"));
	}

	private Button button(String language, String name, String action) {
		return new Button(this.texts.get(language, "button." + name), action);
	}

	private static Reply show(Person person, String card, @Nullable Long replaces, Card content) {
		return new Reply.ShowCard(person.chatId(), card, replaces, content, null);
	}

	private static @Nullable Long pressed(Incoming cause) {
		return (cause instanceof Incoming.Press press) ? press.messageId() : null;
	}

}
