package studio.avatar.training.run;

import java.time.Clock;

import org.springframework.stereotype.Component;

import studio.avatar.common.contract.CreditsRequest.CaptureCredits;
import studio.avatar.common.contract.CreditsRequest.ReleaseCredits;
import studio.avatar.common.contract.Topic;
import studio.avatar.common.contract.TrainingEvent.AvatarReady;
import studio.avatar.common.contract.TrainingEvent.TrainingCancelled;
import studio.avatar.common.contract.TrainingEvent.TrainingFailed;
import studio.avatar.common.contract.TrainingEvent;
import studio.avatar.common.messaging.Outbox;
import studio.avatar.common.scheduling.PersistentSchedule;
import studio.avatar.common.talk.Replies;
import studio.avatar.common.talk.Talk;
import studio.avatar.training.avatar.Avatar;
import studio.avatar.training.avatar.Avatars;
import studio.avatar.training.avatar.PhotoAlbum;

/**
 * What follows from the end of a run, all in the running transaction: the avatar, the
 * credits, the word to the other services, the one message to the person.
 */
@Component
class RunEnds {

	private final Avatars avatars;

	private final PhotoAlbum photos;

	private final RunCards cards;

	private final Replies replies;

	private final Outbox outbox;

	private final PersistentSchedule schedule;

	private final Clock clock;

	RunEnds(Avatars avatars, PhotoAlbum photos, RunCards cards, Replies replies, Outbox outbox,
			PersistentSchedule schedule, Clock clock) {
		this.avatars = avatars;
		this.photos = photos;
		this.cards = cards;
		this.replies = replies;
		this.outbox = outbox;
		this.schedule = schedule;
		this.clock = clock;
	}

	/** Ends a run of which the caller holds the lock. */
	void end(RunRow row, TrainingRun.Ended run, Talk talk) {
		row.become(run);
		Avatar avatar = this.avatars.lock(run.order().avatarId());
		switch (run) {
			case TrainingRun.Completed completed -> ready(completed, avatar, talk);
			case TrainingRun.Failed failed -> {
				giveBack(failed, avatar, failed.reason().name(), talk);
				say(talk, new TrainingFailed(run.id(), avatar.id(), talk.chatId(), talk.userId(),
						failed.reason().name()));
			}
			case TrainingRun.Cancelled cancelled when cancelled.hold() == null ->
				release(cancelled, "not answered in time, or cancelled before", talk);
			case TrainingRun.Cancelled cancelled -> {
				giveBack(cancelled, avatar, "cancelled by the person", talk);
				say(talk, new TrainingCancelled(run.id(), avatar.id(), talk.chatId(), talk.userId()));
			}
			case TrainingRun.Expired expired -> {
				giveBack(expired, avatar, "deadline passed", talk);
				say(talk, new TrainingFailed(run.id(), avatar.id(), talk.chatId(), talk.userId(), "deadline passed"));
			}
			case TrainingRun.Declined _ -> throw new IllegalArgumentException("a declined run was never paid");
		}
		this.replies.remove(talk, Speaking.progressCard(run.order()));
		this.replies.show(talk, Speaking.outcomeCard(run.order()), this.cards.ended(talk.locale(), run, avatar));
	}

	private void ready(TrainingRun.Completed run, Avatar avatar, Talk talk) {
		RunOrder order = run.order();
		avatar.ready(order.trigger(), run.model(), order.profile());
		if (!this.avatars.hasMain(order.userId())) {
			this.avatars.makeMain(avatar);
		}
		say(talk,
				new AvatarReady(avatar.id(), talk.chatId(), talk.userId(), avatar.givenName(), avatar.givenGender(),
						order.trigger(), run.model(), order.profile(), avatar.isMain(),
						this.photos.preview(avatar.id()).orElse(null)));
		this.outbox.publish(Topic.CREDITS_REQUESTS, talk.chatId(),
				new CaptureCredits(order.id(), talk.chatId(), talk.userId(), order.price()), talk.cause());
	}

	/**
	 * The avatar can be tried again; what may still run at the provider is stopped there.
	 */
	private void giveBack(TrainingRun run, Avatar avatar, String why, Talk talk) {
		avatar.notTrained();
		release(run, why, talk);
		this.schedule.at(RunTasks.stop(run.id()), this.clock.instant());
	}

	private void release(TrainingRun run, String why, Talk talk) {
		this.outbox.publish(Topic.CREDITS_REQUESTS, talk.chatId(),
				new ReleaseCredits(run.id(), talk.chatId(), talk.userId(), why), talk.cause());
	}

	private void say(Talk talk, TrainingEvent event) {
		this.outbox.publish(Topic.TRAINING_EVENTS, talk.chatId(), event, talk.cause());
	}

}
