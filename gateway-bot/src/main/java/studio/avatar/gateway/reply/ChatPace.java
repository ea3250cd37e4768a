package studio.avatar.gateway.reply;

import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;

import org.springframework.stereotype.Component;

/**
 * Telegram's limits as a delivery meets them: about one new message a second for a chat
 * after a short burst, twenty a minute in a group, about thirty a second over all. The
 * turns themselves are in the {@link Turns} that all instances share; here is only who of
 * this instance waits for one. Nobody sleeps: whoever has to wait is told how long.
 *
 * <p>
 * New messages take turns, and progress does. Other edits, answers to presses and
 * deletions do not: somebody has just pressed a button, and waits. They too obey
 * {@code retry_after}.
 */
@Component
class ChatPace {

	/** A booked turn that nobody came for is no turn any more, and so is a place. */
	private static final long KEPT = Duration.ofMinutes(1).toNanos();

	private final Turns turns;

	private final ConcurrentHashMap<Long, Long> bookedAtNanos = new ConcurrentHashMap<>();

	private final ConcurrentHashMap<Long, Place> places = new ConcurrentHashMap<>();

	private final ConcurrentSkipListSet<Place> line = new ConcurrentSkipListSet<>();

	ChatPace(Turns turns) {
		this.turns = turns;
	}

	/** How long until the chat may get a new message; zero takes the turn. */
	Duration untilNewMessage(long chatId) {
		Urgency urgency = Urgency.UNDER_WAY.orElse(Urgency.ANSWER);
		Long booked = this.bookedAtNanos.get(chatId);
		return (booked != null) ? untilBooked(chatId, booked)
				: until(chatId, urgency, this.turns.take(chatId, urgency));
	}

	/** The turn was not used: the next message of the chat needs no other one. */
	void giveBack(long chatId) {
		this.bookedAtNanos.put(chatId, System.nanoTime());
	}

	/** How long until a chat may be shown some progress; zero takes the turn. */
	Duration untilProgress(long chatId) {
		Urgency urgency = Urgency.UNDER_WAY.orElse(Urgency.NOTICE);
		Long booked = this.bookedAtNanos.get(chatId);
		return (booked != null) ? untilBooked(chatId, booked) : until(chatId, urgency, this.turns.take(urgency));
	}

	private Duration untilBooked(long chatId, long at) {
		long left = at - System.nanoTime();
		if (left > 0) {
			return Duration.ofNanos(left);
		}
		this.bookedAtNanos.remove(chatId);
		return Duration.ZERO;
	}

	private Duration until(long chatId, Urgency urgency, Turns.Turn turn) {
		if (turn.taken()) {
			return taken(chatId, turn.missing());
		}
		return turn.ofChat() ? turn.missing()
				: turn.missing().plus(this.turns.step().multipliedBy(before(chatId, urgency)));
	}

	private Duration taken(long chatId, Duration wait) {
		leave(chatId);
		if (wait.isPositive()) {
			this.bookedAtNanos.put(chatId, System.nanoTime() + wait.toNanos());
		}
		return wait;
	}

	/** How many stand before it: not all shall ask again at the same moment. */
	private int before(long chatId, Urgency urgency) {
		Place known = this.places.get(chatId);
		if (known == null || known.urgency() != urgency) {
			leave(chatId);
			known = new Place(urgency, System.nanoTime(), chatId);
			this.places.put(chatId, known);
			this.line.add(known);
		}
		return this.line.headSet(known).size();
	}

	private void leave(long chatId) {
		Place place = this.places.remove(chatId);
		if (place != null) {
			this.line.remove(place);
		}
	}

	/** Forgets what nobody came back for, and chats that were left in peace. */
	void forgetQuietChats() {
		long now = System.nanoTime();
		this.bookedAtNanos.values().removeIf((at) -> now - at > KEPT);
		this.places.values()
			.stream()
			.filter((place) -> now - place.nanos() > KEPT)
			.toList()
			.forEach((place) -> leave(place.chatId()));
		this.turns.forgetQuietChats();
	}

	private record Place(Urgency urgency, long nanos, long chatId) implements Comparable<Place> {

		private static final Comparator<Place> ORDER = Comparator.comparing(Place::urgency)
			.thenComparingLong(Place::nanos)
			.thenComparingLong(Place::chatId);

		@Override
		public int compareTo(Place other) {
			return ORDER.compare(this, other);
		}

	}

}
