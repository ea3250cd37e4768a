package studio.avatar.console.replay;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Begins and ends walks through the items of a replay, with its state. Only used inside a
 * transaction that holds the replay.
 */
@Component
class Walks {

	private final ReplayRows rows;

	private final Passes passes;

	private final ApplicationEventPublisher events;

	Walks(ReplayRows rows, Passes passes, ApplicationEventPublisher events) {
		this.rows = rows;
		this.passes = passes;
		this.events = events;
	}

	/** Begins one; an instance takes it up within a second. */
	void begin(Replay replay, ReplayState to, Pass.Kind kind) {
		UUID id = replay.id();
		int pass = this.rows.nextPass(id);
		if (kind == Pass.Kind.PREVIEW) {
			this.passes.forgetOutcomesBefore(id, pass);
		}
		this.passes.begin(id, pass, kind);
		this.rows.move(id, to, null);
	}

	/** Ends the walk that is going on, if any, in a state to look at or in an end. */
	void end(Replay replay, ReplayState to, @Nullable String words) {
		this.passes.find(replay.id(), replay.pass())
			.filter((pass) -> pass.endedAt() == null)
			.ifPresent(this.passes::end);
		this.rows.move(replay.id(), to, words);
		if (!to.isOpen()) {
			this.events.publishEvent(new ReplayEnded(replay.id(), to.word()));
		}
	}

}
