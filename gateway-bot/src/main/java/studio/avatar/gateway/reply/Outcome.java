package studio.avatar.gateway.reply;

import java.time.Duration;
import java.util.List;

/** What became of a delivery. */
sealed interface Outcome {

	/** The same call may succeed a little later. */
	default boolean isToRepeat() {
		return this instanceof Flood || this instanceof Lost;
	}

	/**
	 * The chat sees it.
	 *
	 * @param shown messages that show a card now
	 * @param gone messages that are no more
	 * @param files file ids that Telegram gave
	 */
	record Done(List<CardMessage> shown, List<Long> gone, List<FileId> files) implements Outcome {

		static Done nothingToRemember() {
			return new Done(List.of(), List.of(), List.of());
		}

	}

	/**
	 * A part of it is done; the rest follows at once.
	 *
	 * @param step how far it came
	 * @param shown what there is of a card
	 * @param files file ids that Telegram gave
	 */
	record PartDone(int step, List<CardMessage> shown, List<FileId> files) implements Outcome {
	}

	/**
	 * What is wanted is in the chat, and Telegram wants peace before the rest of it.
	 */
	record Uncleared(PartDone part, Duration retryAfter) implements Outcome {
	}

	/** It will not work, however often it is repeated. */
	record Failed(String why) implements Outcome {
	}

	/** Nobody in the chat wants to hear from the bot. */
	record Unwanted() implements Outcome {
	}

	/** The group is another chat now. */
	record Moved(long chatId) implements Outcome {
	}

	/** Not now: it is too early by our pace. */
	record TooEarly(Duration after) implements Outcome {
	}

	/** Telegram wants peace in this chat. */
	record Flood(Duration retryAfter) implements Outcome {
	}

	/**
	 * No answer; it may or may not have been done.
	 *
	 * @param reached it may have come to a server, which is in trouble or too slow over
	 * it
	 */
	record Lost(String reason, boolean reached) implements Outcome {
	}

	/**
	 * A file Telegram knows already.
	 *
	 * @param fileName under which it knows it; empty for a photo
	 */
	record FileId(String sha256, FileIds.Kind kind, String fileName, String fileId) {

		static FileId of(OutgoingFile file, FileIds.Kind kind, String fileId) {
			return new FileId(file.fingerprint(), kind, kind.nameOf(file), fileId);
		}

	}

}
