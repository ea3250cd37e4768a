package studio.avatar.gateway.menu;

import java.util.List;
import java.util.Optional;

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
			case STALE_BUTTON -> stale(person, cause, show(person, MENU, null, menu(language, "menu.text")));
			case HINT, HINT_TEXT_WANTED, HINT_PHOTOS_WANTED, HINT_ANYTHING_WANTED ->
				List.of(show(person, MENU, null, withMenu(language, Card.of(hint(language, screen, cause)))));
			case BALANCE, STALE_BALANCE, CANCELLED, NOTHING_TO_CANCEL, APOLOGY ->
				List.of(show(person, MENU, null, menu(language, key(screen))));
		};
	}

	private static String key(Screen screen) {
		return switch (screen) {
			case CANCELLED -> "cancel.done";
			case NOTHING_TO_CANCEL -> "cancel.nothing";
			case HINT_TEXT_WANTED -> "hint.text-wanted";
			case HINT_PHOTOS_WANTED -> "hint.photos-wanted";
			case HINT_ANYTHING_WANTED -> "hint.anything-wanted";
			case APOLOGY -> "apology";
			default -> "hint.nothing-asked";
		};
	}

	/** What is wrong with what they sent, if anything, and what helps. */
	private RichText hint(String language, Screen screen, Incoming cause) {
		Optional<RichText> wrong = wrong(language, cause);
		String understood = (screen == Screen.HINT && wrong.isPresent()) ? "hint.understood" : key(screen);
		RichText help = this.texts.rich(language, understood);
		return wrong.map((words) -> words.line().line().append(help)).orElse(help);
	}

	private Optional<RichText> wrong(String language, Incoming cause) {
		return switch (cause) {
			case Incoming.Unsupported sent -> Optional.of(unread(language, sent.kind()));
			case Incoming.Photo sent when !sent.file().mayBePicture() ->
				Optional.of(unread(language, Incoming.Unread.FILE));
			case Incoming.Edited edited -> Optional.of(this.texts.rich(language, "edited"));
			case Incoming.Command command ->
				Optional.of(this.texts.rich(language, "command.unknown", "name", command.name()));
			default -> Optional.empty();
		};
	}

	private RichText unread(String language, Incoming.Unread kind) {
		return this.texts.rich(language, "unread." + kind);
	}

	/**
	 * Says in a group where the bot works.
	 * @param link opens their private chat
	 */
	public Reply inGroup(long chatId, String language, String link) {
		Card card = Card.of(this.texts.rich(language, "group.text"))
			.row(Button.opening(this.texts.get(language, "group.button"), link));
		return new Reply.ShowCard(chatId, "group", null, card, null);
	}

	/** Words beside the button that was out of date, and a fresh card. */
	public List<Reply> stale(Person person, Incoming cause, Reply fresh) {
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
