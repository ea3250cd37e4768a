package studio.avatar.gateway.routing;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import studio.avatar.common.contract.Domain;
import studio.avatar.common.contract.Topic;
import studio.avatar.gateway.expectation.WaitingFor;

/**
 * Where something a person did belongs: by the domain of the button, by the command, or
 * by what the chat waits for. Whatever it is, it gets an answer.
 */
public sealed interface RoutingDecision {

	/** A press or a command for the domain that hears the topic. */
	record ToDomain(Topic topic) implements RoutingDecision {
	}

	/** A text answers what was asked; it does so once. */
	record TextAnswer(Topic topic, String expectation) implements RoutingDecision {
	}

	/** Photos answer what was asked, and more of them may follow. */
	record PhotoAnswer(Topic topic, String expectation) implements RoutingDecision {
	}

	/** The gateway answers by itself. */
	record Show(Screen screen) implements RoutingDecision {
	}

	/** The person stopped the bot. */
	record Block() implements RoutingDecision {
	}

	/** Nothing to do, and nothing to say. */
	record Ignore(String reason) implements RoutingDecision {
	}

	/**
	 * Decides.
	 * @param waitingFor what the chat waits for; absent when for nothing
	 */
	static RoutingDecision of(Incoming incoming, @Nullable WaitingFor waitingFor) {
		return switch (incoming) {
			case Incoming.Command command -> ofCommand(command.name(), waitingFor);
			case Incoming.Press press -> ofPress(press.action());
			case Incoming.Text text -> ofText(waitingFor);
			case Incoming.Photo photo -> ofPhoto(waitingFor);
			case Incoming.Unsupported other -> new Show(hint(waitingFor));
			case Incoming.Edited edited -> new Show(hint(waitingFor));
			case Incoming.BotBlocked blocked -> new Block();
			case Incoming.BotUnblocked unblocked -> new Ignore("the bot may speak again");
		};
	}

	/**
	 * Whether the chat waits for nothing afterwards: navigation and answered questions.
	 */
	static boolean clears(Incoming incoming, RoutingDecision decision) {
		return switch (decision) {
			case TextAnswer answer -> true;
			case Block block -> true;
			case ToDomain navigation -> true;
			case Show show -> !show.screen().isHint();
			case PhotoAnswer answer -> false;
			case Ignore ignore -> false;
		};
	}

	private static RoutingDecision ofCommand(String command, @Nullable WaitingFor waitingFor) {
		return switch (command) {
			case "start" -> new Show(Screen.START);
			case "menu" -> new Show(Screen.MENU);
			case "help" -> new Show(Screen.HELP);
			case "balance" -> new Show(Screen.BALANCE);
			case "cancel" -> new Show((waitingFor != null) ? Screen.CANCELLED : Screen.NOTHING_TO_CANCEL);
			case "create" -> new ToDomain(Topic.CHAT_GENERATION);
			case "avatars" -> new ToDomain(Topic.CHAT_TRAINING);
			case "gallery" -> new ToDomain(Topic.CHAT_GALLERY);
			default -> new Show(hint(waitingFor));
		};
	}

	private static RoutingDecision ofPress(String action) {
		return switch (action) {
			case "menu:main" -> new Show(Screen.MENU);
			case "menu:help" -> new Show(Screen.HELP);
			case "account:balance" -> new Show(Screen.BALANCE);
			default -> topicOf(action).<RoutingDecision>map(ToDomain::new).orElseGet(() -> new Show(stale(action)));
		};
	}

	private static Screen stale(String action) {
		return Domain.of(action).filter(Domain.ACCOUNT::equals).isPresent() ? Screen.STALE_BALANCE
				: Screen.STALE_BUTTON;
	}

	private static RoutingDecision ofText(@Nullable WaitingFor waitingFor) {
		if (waitingFor == null || !waitingFor.acceptsText()) {
			return new Show(hint(waitingFor));
		}
		return topicOf(waitingFor.name()).<RoutingDecision>map((topic) -> new TextAnswer(topic, waitingFor.name()))
			.orElseGet(() -> new Show(Screen.HINT));
	}

	private static RoutingDecision ofPhoto(@Nullable WaitingFor waitingFor) {
		if (waitingFor == null || !waitingFor.acceptsPhotos()) {
			return new Show(hint(waitingFor));
		}
		return topicOf(waitingFor.name()).<RoutingDecision>map((topic) -> new PhotoAnswer(topic, waitingFor.name()))
			.orElseGet(() -> new Show(Screen.HINT));
	}

	private static Screen hint(@Nullable WaitingFor waitingFor) {
		if (waitingFor == null) {
			return Screen.HINT;
		}
		if (waitingFor.acceptsText() && waitingFor.acceptsPhotos()) {
			return Screen.HINT_ANYTHING_WANTED;
		}
		return waitingFor.acceptsText() ? Screen.HINT_TEXT_WANTED : Screen.HINT_PHOTOS_WANTED;
	}

	private static Optional<Topic> topicOf(String action) {
		return Domain.of(action).map((domain) -> switch (domain) {
			case TRAINING -> Topic.CHAT_TRAINING;
			case GENERATION -> Topic.CHAT_GENERATION;
			case GALLERY -> Topic.CHAT_GALLERY;
			case ACCOUNT, MENU -> null;
		});
	}

}
