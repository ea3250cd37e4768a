package studio.avatar.sandbox.telegram.callback;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import studio.avatar.sandbox.telegram.chat.ChatEvents;

/**
 * Button presses that wait for an answer, at most 150 seconds, and the latest answers. A
 * restart forgets them, as if the time had passed.
 */
public final class Presses {

	private record Press(long chatId, Instant until) {
	}

	private static final Duration PATIENCE = Duration.ofSeconds(150);

	private static final int KEPT = 1_000;

	private final Map<String, Press> waiting = new HashMap<>();

	private final Deque<Answered> answers = new ArrayDeque<>();

	private final SecureRandom random = new SecureRandom();

	private final ChatEvents events;

	private final InstantSource clock;

	public Presses(ChatEvents events, InstantSource clock) {
		this.events = events;
		this.clock = clock;
	}

	/**
	 * A button was pressed.
	 * @return the id of the callback query
	 */
	public synchronized String begin(long chatId) {
		Instant now = this.clock.instant();
		this.waiting.values().removeIf((press) -> press.until().isBefore(now));
		String id = Long.toString(this.random.nextLong(1L << 60, Long.MAX_VALUE));
		this.waiting.put(id, new Press(chatId, now.plus(PATIENCE)));
		return id;
	}

	/**
	 * The bot answers.
	 * @return empty when the press is unknown, answered already or too old
	 */
	public synchronized Optional<Answered> answer(String queryId, @Nullable String text, boolean alert) {
		Press press = this.waiting.remove(queryId);
		Instant now = this.clock.instant();
		if (press == null || press.until().isBefore(now)) {
			return Optional.empty();
		}
		Answered answered = new Answered(press.chatId(), queryId, text, alert, now);
		this.answers.add(answered);
		if (this.answers.size() > KEPT) {
			this.answers.removeFirst();
		}
		this.events.tell(press.chatId(), "answered", answered.view());
		return Optional.of(answered);
	}

	/** Answers with words in that chat, oldest first. */
	public synchronized List<Answered> toasts(long chatId) {
		return this.answers.stream().filter((answer) -> answer.chatId() == chatId && answer.text() != null).toList();
	}

}
