package studio.avatar.common.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import studio.avatar.common.contract.Button;
import studio.avatar.common.contract.Card;
import studio.avatar.common.contract.ChatEvent.ButtonPressed;
import studio.avatar.common.contract.ChatEvent.CommandIssued;
import studio.avatar.common.contract.ChatEvent.PhotosSent;
import studio.avatar.common.contract.ChatEvent.SentPhoto;
import studio.avatar.common.contract.ChatEvent.TextEntered;
import studio.avatar.common.contract.Expectation;
import studio.avatar.common.contract.Origin;
import studio.avatar.common.contract.Reply;
import studio.avatar.common.contract.Topic;

/**
 * A person talking to one service without a gateway between them: what the person does
 * goes to the service's topic, what the service wants shown is read from the replies. A
 * card is what its last show or update says.
 */
public final class ServiceChat {

	private static final AtomicLong CHATS = new AtomicLong(System.currentTimeMillis() % 1_000_000_000L * 1_000);

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final Wire wire;

	private final Topic topic;

	private final long chatId;

	private final String locale;

	private final AtomicLong messageIds = new AtomicLong();

	private ServiceChat(Wire wire, Topic topic, long chatId, String locale) {
		this.wire = wire;
		this.topic = topic;
		this.chatId = chatId;
		this.locale = locale;
	}

	/** A chat nobody has used before, in English. */
	public static ServiceChat fresh(Wire wire, Topic topic) {
		return new ServiceChat(wire, topic, CHATS.incrementAndGet(), "en");
	}

	/** The same person in another language, or talking to another service. */
	public ServiceChat in(String language) {
		return new ServiceChat(this.wire, this.topic, this.chatId, language);
	}

	public long chatId() {
		return this.chatId;
	}

	/** The person's id: in a private chat it is the chat's. */
	public long userId() {
		return this.chatId;
	}

	public Origin origin() {
		return new Origin(this.chatId, this.chatId, this.locale, "UTC", this.messageIds.incrementAndGet());
	}

	/** Presses a button by its action; returns the press id that a toast would answer. */
	public String presses(String action) {
		String pressId = UUID.randomUUID().toString();
		this.wire.publish(this.topic, this.chatId, new ButtonPressed(origin(), action, pressId));
		return pressId;
	}

	/**
	 * Presses the button of a card by its label; refuses when the card has no such
	 * button.
	 */
	public String presses(Card card, String label) {
		return presses(button(card, label).action());
	}

	public void commands(String command) {
		this.wire.publish(this.topic, this.chatId, new CommandIssued(origin(), command, ""));
	}

	/** Types a text that answers an expectation. */
	public void types(String expectation, String text) {
		this.wire.publish(this.topic, this.chatId, new TextEntered(origin(), expectation, text));
	}

	/** Sends photos that answer an expectation. */
	public void sends(String expectation, List<SentPhoto> photos) {
		this.wire.publish(this.topic, this.chatId, new PhotosSent(origin(), expectation, photos, ""));
	}

	/** All replies to this chat so far. */
	public List<Reply> replies() {
		return this.wire.heard(Topic.CHAT_REPLIES, this.chatId, Reply.class);
	}

	public <R extends Reply> List<R> replies(Class<R> kind) {
		return this.wire.heard(Topic.CHAT_REPLIES, this.chatId, kind);
	}

	/** What a card shows now; absent when it was never shown or was taken away. */
	public @Nullable Card shown(String card) {
		Card shown = null;
		for (Reply reply : replies()) {
			shown = switch (reply) {
				case Reply.ShowCard show when show.card().equals(card) -> show.content();
				case Reply.UpdateCard update when update.card().equals(card) -> update.content();
				case Reply.ShowPictures pictures when pictures.card().equals(card) -> pictures.content();
				case Reply.RemoveCard remove when remove.card().equals(card) -> null;
				default -> shown;
			};
		}
		return shown;
	}

	/**
	 * Waits until a card shows a text; the card's name may be a beginning, such as
	 * {@code training.draft.}.
	 */
	public Card awaitCard(String cardPrefix, String text) {
		return patiently().alias("card %s with '%s'; seen: %s".formatted(cardPrefix, text, this.chatId))
			.until(() -> lastCard(cardPrefix), (card) -> card != null && card.text().text().contains(text));
	}

	/** Waits for the newest card, whatever its name, to show a text. */
	public Card awaitCard(String text) {
		return awaitCard("", text);
	}

	/** Waits for a toast that answers a press. */
	public String awaitToast(String pressId) {
		return patiently().until(() -> replies(Reply.ShowToast.class).stream()
			.filter((toast) -> toast.pressId().equals(pressId))
			.map(Reply.ShowToast::text)
			.findFirst()
			.orElse(""), (text) -> !text.isEmpty());
	}

	/**
	 * Presses a button that is out of date and waits for what a person gets: words beside
	 * the button, and a card of how things stand.
	 */
	public Card pressesInVain(String action) {
		int before = replies(Reply.ShowCard.class).size();
		awaitToast(presses(action));
		return patiently().alias("a card after " + action)
			.until(() -> replies(Reply.ShowCard.class), (shown) -> shown.size() > before)
			.getLast()
			.content();
	}

	/** Names of the cards shown so far, oldest first. */
	public List<String> cardNames() {
		return replies().stream().map(ServiceChat::cardName).filter((name) -> !name.isEmpty()).distinct().toList();
	}

	/** What the last reply asked for; absent when none did. */
	public @Nullable Expectation expectation() {
		List<Reply.ShowCard> asking = new ArrayList<>(
				replies(Reply.ShowCard.class).stream().filter((show) -> show.expects() != null).toList());
		return asking.isEmpty() ? null : asking.getLast().expects();
	}

	/** A card's button by its label, or by a part of it. */
	public static Button button(Card card, String label) {
		List<Button> buttons = card.keyboard().stream().flatMap(List::stream).toList();
		return buttons.stream()
			.filter((button) -> button.label().contains(label))
			.findFirst()
			.orElseThrow(() -> new AssertionError("no button '%s' among %s".formatted(label, buttons)));
	}

	private static ConditionFactory patiently() {
		return Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20));
	}

	private @Nullable Card lastCard(String prefix) {
		return cardNames().stream()
			.filter((name) -> name.startsWith(prefix))
			.map(this::shown)
			.filter((card) -> card != null)
			.reduce((first, second) -> newer(prefix, first, second))
			.orElse(null);
	}

	/** Of two cards, the one whose show or update came last. */
	private Card newer(String prefix, Card first, Card second) {
		List<Card> contents = replies().stream()
			.filter((reply) -> cardName(reply).startsWith(prefix))
			.map(ServiceChat::content)
			.filter((card) -> card != null)
			.toList();
		return (contents.lastIndexOf(first) > contents.lastIndexOf(second)) ? first : second;
	}

	private static String cardName(Reply reply) {
		return switch (reply) {
			case Reply.ShowCard show -> show.card();
			case Reply.UpdateCard update -> update.card();
			case Reply.ShowPictures pictures -> pictures.card();
			default -> "";
		};
	}

	private static @Nullable Card content(Reply reply) {
		return switch (reply) {
			case Reply.ShowCard show -> show.content();
			case Reply.UpdateCard update -> update.content();
			case Reply.ShowPictures pictures -> pictures.content();
			default -> null;
		};
	}

}
