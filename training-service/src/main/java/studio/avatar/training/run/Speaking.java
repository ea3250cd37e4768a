package studio.avatar.training.run;

import studio.avatar.common.messaging.Cause;
import studio.avatar.common.messaging.Trace;
import studio.avatar.common.talk.Talk;

/** Speaking with the person of a run when nobody has just pressed a button. */
final class Speaking {

	private Speaking() {
	}

	/**
	 * A turn about a run.
	 * @param step what has happened to it, unique within the run: the same outcome told
	 * twice is one event
	 */
	static Talk about(RunOrder order, String step) {
		Cause cause = new Cause(order.correlationId(), "training-run/" + order.id() + '/' + step,
				Trace.parse(order.traceparent()));
		return because(order, cause);
	}

	/** A turn about a run that an event has led to. */
	static Talk because(RunOrder order, Cause cause) {
		return Talk.opening(order.chatId(), order.userId(), order.locale(), order.timeZone(), cause);
	}

	static String progressCard(RunOrder order) {
		return "training.run." + order.id();
	}

	static String outcomeCard(RunOrder order) {
		return "training.ended." + order.id();
	}

}
