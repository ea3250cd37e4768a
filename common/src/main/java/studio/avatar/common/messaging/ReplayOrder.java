package studio.avatar.common.messaging;

import java.util.Optional;

import studio.avatar.common.contract.ReplayMode;

/**
 * What an operator wants of a replayed record, as its headers say it.
 *
 * @param replayId the replay it belongs to
 * @param item its number within the replay, from 1
 * @param attempt which sending of it this is, from 1
 * @param place where it stood first, {@code training.events-3@1742}; empty when that is
 * not said
 * @param consumer who is to meet it; nobody may be called so
 * @param mode a {@link ReplayMode} by its id, or nonsense
 * @param preview whether everything is to be taken back again
 */
record ReplayOrder(String replayId, long item, int attempt, Optional<Place> place, String consumer, String mode,
		boolean preview) {

	/**
	 * Reads it.
	 * @throws UnreadableEvent when it does not even say which item of which replay it is
	 */
	static ReplayOrder of(IncomingRecord incoming) {
		try {
			return new ReplayOrder(incoming.required(Headers.REPLAY_ID),
					Long.parseLong(incoming.required(Headers.REPLAY_ITEM)),
					Integer.parseInt(incoming.required(Headers.REPLAY_ATTEMPT)),
					Place.of(incoming.header(Headers.REPLAY_OF)), incoming.required(Headers.REPLAY_CONSUMER),
					incoming.required(Headers.REPLAY_MODE),
					Boolean.parseBoolean(incoming.header(Headers.REPLAY_PREVIEW)));
		}
		catch (NumberFormatException ex) {
			throw new UnreadableEvent(Headers.REPLAY_ITEM, ex);
		}
	}

	boolean rebuilds() {
		return this.mode.equals(ReplayMode.REBUILD.id());
	}

	/** Whether there is such a mode, and this consumer can be replayed in it. */
	boolean isFor(Heard<?> heard) {
		return this.mode.equals(ReplayMode.REDELIVER.id())
				|| (rebuilds() && heard.rebuilding() != Heard.Rebuilding.NEVER);
	}

	/** Whether what the inbox has is dropped. */
	boolean obeysTheInboxOf(Heard<?> heard) {
		return !rebuilds() || heard.rebuilding() != Heard.Rebuilding.WHATEVER_THE_INBOX_SAYS;
	}

}
