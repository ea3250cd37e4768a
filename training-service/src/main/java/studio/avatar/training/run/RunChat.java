package studio.avatar.training.run;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;

import org.springframework.stereotype.Component;

import studio.avatar.common.talk.Language;
import studio.avatar.common.talk.PressedId;
import studio.avatar.common.talk.Replies;
import studio.avatar.common.talk.Talk;
import studio.avatar.training.avatar.Avatar;
import studio.avatar.training.avatar.AvatarChat;
import studio.avatar.training.avatar.Avatars;

/** Looking at a paid training, and stopping it. */
@Component
public class RunChat {

	private final TrainingRuns runs;

	private final RunEnds ends;

	private final RunCards cards;

	private final Avatars avatars;

	private final AvatarChat avatarChat;

	private final Replies replies;

	private final Language language;

	private final Clock clock;

	RunChat(TrainingRuns runs, RunEnds ends, RunCards cards, Avatars avatars, AvatarChat avatarChat, Replies replies,
			Language language, Clock clock) {
		this.runs = runs;
		this.ends = ends;
		this.cards = cards;
		this.avatars = avatars;
		this.avatarChat = avatarChat;
		this.replies = replies;
		this.language = language;
		this.clock = clock;
	}

	/** Shows where a run stands. */
	public void show(Talk talk, String runId) {
		own(talk, runId, (run) -> show(talk, run));
	}

	void show(Talk talk, TrainingRun run) {
		Avatar avatar = avatar(run);
		RunOrder order = run.order();
		switch (run) {
			case TrainingRun.Requested _ -> this.replies.show(talk, Speaking.progressCard(order),
					this.cards.reserving(talk.locale(), order, avatar));
			case TrainingRun.Unknown unknown ->
				this.replies.show(talk, Speaking.progressCard(order), this.cards.unknown(unknown, avatar));
			case TrainingRun.Paid paid -> this.replies.show(talk, Speaking.progressCard(order),
					this.cards.progress(order, avatar, paid.hold(), this.runs.stage(run.id()), this.clock.instant()));
			case TrainingRun.Ended ended ->
				this.replies.show(talk, Speaking.outcomeCard(order), this.cards.ended(talk.locale(), ended, avatar));
		}
	}

	/** Asks before a run is stopped, below its progress, which goes on meanwhile. */
	public void askCancel(Talk talk, String runId) {
		own(talk, runId, (run) -> {
			if (run instanceof TrainingRun.UnderWay) {
				this.replies.show(talk.below(), "training.cancel." + run.id(),
						this.cards.askCancel(talk, run, avatar(run)));
			}
			else {
				showEnded(talk, run);
			}
		});
	}

	/** Stops a run: the credits go back at once, the provider is told afterwards. */
	public void cancel(Talk talk, String runId) {
		own(talk, runId, (seen) -> this.runs.lock(seen.id()).ifPresent((row) -> {
			if (row.toRun() instanceof TrainingRun.UnderWay run) {
				toast(talk, "run.cancelled.toast");
				this.ends.end(row, run.cancelled(this.clock.instant()), talk);
			}
			else {
				showEnded(talk, row.toRun());
			}
		}));
	}

	/** The button is of a time when it was under way. */
	private void showEnded(Talk talk, TrainingRun run) {
		toast(talk, "run.over");
		show(talk, run);
	}

	/**
	 * Goes on with a run of this person, or says that there is none and shows what there
	 * is.
	 */
	private void own(Talk talk, String runId, Consumer<TrainingRun> then) {
		find(talk, runId).ifPresentOrElse(then, () -> this.avatarChat.showInstead(talk));
	}

	private Optional<TrainingRun> find(Talk talk, String runId) {
		return PressedId.parse(runId).flatMap((id) -> this.runs.of(talk.userId(), id));
	}

	private Avatar avatar(TrainingRun run) {
		return this.avatars.of(run.order().userId(), run.order().avatarId()).orElseThrow();
	}

	private void toast(Talk talk, String key, Object... namesAndValues) {
		this.replies.toast(talk, this.language.of(talk).text(key, namesAndValues));
	}

}
