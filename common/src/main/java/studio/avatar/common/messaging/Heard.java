package studio.avatar.common.messaging;

import studio.avatar.common.contract.Topic;

/**
 * A topic that a service hears, and what it does with its events.
 *
 * @param consumer as it is called everywhere, {@code gallery/generation.events}
 * @param rebuilding how it can be filled again
 */
record Heard<E>(String consumer, Topic topic, Class<E> family, EventHandler<E> handler, Rebuilding rebuilding) {

	/** What a rebuild may do with a consumer. */
	enum Rebuilding {

		/** Nothing: it does more than fill tables. */
		NEVER,
		/** Apply every event again, whether the inbox has it or not. */
		WHATEVER_THE_INBOX_SAYS,
		/** Apply what the inbox does not have. */
		WHAT_THE_INBOX_MISSES

	}

	/**
	 * Reads one of its events.
	 * @throws UnreadableEvent when it is nonsense, or of a type this version does not
	 * know
	 */
	Envelope<E> read(EventCodec codec, IncomingRecord incoming) {
		Envelope<E> envelope = incoming.read(codec, this.family);
		if (EventCodec.isUnrecognized(envelope.event())) {
			throw unknown(envelope);
		}
		return envelope;
	}

	static UnreadableEvent unknown(Envelope<?> envelope) {
		return new UnreadableEvent("unknown type " + envelope.type());
	}

}
