package studio.avatar.gateway.reply;

import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Autowired;
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

	/** Whoever did not come back for so long waits no more. */
	private static final long KEPT = Duration.ofMinutes(1).toNanos();

	/** A booked turn that nobody came for is soon none: others have had the time. */
	private static final long GOOD_FOR = Duration.ofSeconds(1).toNanos();

	private final Turns turns;

	private final LongSupplier nanos;

	private final ConcurrentHashMap<Long, Booking> booked = new ConcurrentHashMap<>();

	private final ConcurrentHashMap<Long, Place> places = new ConcurrentHashMap<>();

	private final ConcurrentSkipListSet<Place> line = new ConcurrentSkipListSet<>();

	@Autowired
	ChatPace(Turns turns) {
		this(turns, System::nanoTime);
	}

	ChatPace(Turns turns, LongSupplier nanos) {
		this.turns = turns;
		this.nanos = nanos;
	}

	/** How long until the chat may get a new message; zero takes the turn. */
	Duration untilNewMessage(long chatId) {
		Urgency urgency = Urgency.UNDER_WAY.orElse(Urgency.ANSWER);
		Duration booked = untilBooked(chatId, true);
		return (booked != null) ? booked : until(chatId, urgency, true, this.turns.take(chatId, urgency));
	}

	/** The turn was not used: the next message of the chat needs no other one. */
	void giveBack(long chatId) {
		this.booked.put(chatId, new Booking(true, this.nanos.getAsLong()));
	}

	/** Telegram wants peace: what was booked before it is no turn after it. */
	void restInPeace(long chatId) {
		this.booked.remove(chatId);
	}

	/** How long until a chat may be shown some progress; zero takes the turn. */
	Duration untilProgress(long chatId) {
		Urgency urgency = Urgency.UNDER_WAY.orElse(Urgency.NOTICE);
		Duration booked = untilBooked(chatId, false);
		return (booked != null) ? booked : until(chatId, urgency, false, this.turns.take(urgency));
	}

	/**
	 * Absent: there is no such turn. One turn is for one message, whoever comes first.
	 */
	private @Nullable Duration untilBooked(long chatId, boolean ofChat) {
		Booking known = this.booked.get(chatId);
		if (known == null || ofChat && !known.ofChat()) {
			return null;
		}
		long left = known.atNanos() - this.nanos.getAsLong();
		if (left > 0) {
			return Duration.ofNanos(left);
		}
		return (this.booked.remove(chatId, known) && left > -GOOD_FOR) ? Duration.ZERO : null;
	}

	private Duration until(long chatId, Urgency urgency, boolean ofChat, Turns.Turn turn) {
		if (turn.taken()) {
			return taken(chatId, ofChat, turn.missing());
		}
		return turn.ofChat() ? turn.missing()
				: turn.missing().plus(this.turns.step().multipliedBy(before(chatId, urgency)));
	}

	private Duration taken(long chatId, boolean ofChat, Duration wait) {
		leave(chatId);
		if (wait.isPositive()) {
			this.booked.put(chatId, new Booking(ofChat, this.nanos.getAsLong() + wait.toNanos()));
		}
		return wait;
	}

	/** How many stand before it: not all shall ask again at the same moment. */
	private int before(long chatId, Urgency urgency) {
		Place known = this.places.get(chatId);
		if (known == null || known.urgency() != urgency) {
			leave(chatId);
			known = new Place(urgency, this.nanos.getAsLong(), chatId);
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
		long now = this.nanos.getAsLong();
		this.booked.values().removeIf((booking) -> now - booking.atNanos() > GOOD_FOR);
		this.places.values()
			.stream()
			.filter((place) -> now - place.nanos() > KEPT)
			.toList()
			.forEach((place) -> leave(place.chatId()));
		this.turns.forgetQuietChats();
	}

	/**
	 * A turn whose time comes.
	 *
	 * @param ofChat it is one of the chat, too, and not only one of all chats
	 */
	private record Booking(boolean ofChat, long atNanos) {

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
