package studio.avatar.training.run;

import java.time.Clock;
import java.util.UUID;
import java.util.function.BiConsumer;

import org.springframework.stereotype.Component;

import studio.avatar.common.contract.CreditsRequest.HoldCredits;
import studio.avatar.common.contract.CreditsRequest.Purpose;
import studio.avatar.common.contract.Topic;
import studio.avatar.common.credits.Balances;
import studio.avatar.common.messaging.Outbox;
import studio.avatar.common.scheduling.PersistentSchedule;
import studio.avatar.common.talk.Language;
import studio.avatar.common.talk.Replies;
import studio.avatar.common.talk.Talk;
import studio.avatar.training.avatar.Avatar;
import studio.avatar.training.avatar.AvatarChat;
import studio.avatar.training.photo.PhotoShelf;
import studio.avatar.training.photo.PhotoStep;

/** Looking over what a training is made of, and paying for it. */
@Component
public class PayChat {

	private final TrainingRuns runs;

	private final RunChat runChat;

	private final RunCards cards;

	private final AvatarChat avatarChat;

	private final PhotoShelf shelf;

	private final PhotoStep photos;

	private final Balances balances;

	private final Triggers triggers;

	private final Replies replies;

	private final Language language;

	private final Outbox outbox;

	private final TrainingProfiles profiles;

	private final PersistentSchedule schedule;

	private final RunSettings settings;

	private final Clock clock;

	PayChat(TrainingRuns runs, RunChat runChat, RunCards cards, AvatarChat avatarChat, PhotoShelf shelf,
			PhotoStep photos, Balances balances, Triggers triggers, Replies replies, Language language, Outbox outbox,
			TrainingProfiles profiles, PersistentSchedule schedule, RunSettings settings, Clock clock) {
		this.runs = runs;
		this.runChat = runChat;
		this.cards = cards;
		this.avatarChat = avatarChat;
		this.shelf = shelf;
		this.photos = photos;
		this.balances = balances;
		this.triggers = triggers;
		this.replies = replies;
		this.language = language;
		this.outbox = outbox;
		this.profiles = profiles;
		this.schedule = schedule;
		this.settings = settings;
		this.clock = clock;
	}

	/** Shows what is about to be paid for. */
	public void check(Talk talk, Avatar avatar) {
		ifPayable(talk, avatar, this::showCheck);
	}

	/**
	 * Asks the ledger for the credits; a second press finds the run of the first. Only
	 * the price on the pressed button is ever held: when it is another one by now, or the
	 * button told none, it is shown first.
	 */
	public void pay(Talk talk, Avatar avatar, String priceSeen) {
		boolean agreed = priceSeen.equals(String.valueOf(this.settings.price()));
		ifPayable(talk, avatar, agreed ? this::begin : this::showPrice);
	}

	private void showPrice(Talk talk, Avatar avatar) {
		toast(talk, "run.price-changed");
		showCheck(talk, avatar);
	}

	private void ifPayable(Talk talk, Avatar avatar, BiConsumer<Talk, Avatar> then) {
		boolean described = avatar.gender() != null && avatar.name() != null;
		switch (PayDecision.decide(this.runs.underWay(avatar.id()), avatar.status(), described,
				this.shelf.count(avatar.id()), this.shelf.waiting(avatar.id()), this.shelf.least())) {
			case PayDecision.Start _ -> then.accept(talk, avatar);
			case PayDecision.UnderWay underWay -> {
				toast(talk, "run.under-way");
				this.runChat.show(talk, underWay.run());
			}
			case PayDecision.NotTrainable _ -> {
				toast(talk, "stale");
				this.avatarChat.show(talk, avatar);
			}
			case PayDecision.PhotosMissing missing -> {
				toast(talk, "run.photos-missing", "missing", missing.missing());
				this.photos.show(talk, avatar);
			}
			case PayDecision.StillChecking _ -> {
				toast(talk, "run.still-checking");
				this.photos.show(talk, avatar);
			}
		}
	}

	/** While there is room, photos sent now still count. */
	private void showCheck(Talk talk, Avatar avatar) {
		boolean room = avatar.takesPhotos() && this.shelf.count(avatar.id()) < this.shelf.most();
		this.replies.show(
				talk, PhotoStep.card(avatar.id()), this.cards.check(talk, avatar,
						this.profiles.named(this.settings.profile()).steps(), this.balances.available(talk.userId())),
				room ? PhotoStep.photosOf(avatar.id()) : null);
	}

	private void begin(Talk talk, Avatar avatar) {
		TrainingRun.Requested run = new TrainingRun.Requested(order(talk, avatar));
		this.runs.add(run);
		this.outbox.publish(Topic.CREDITS_REQUESTS, talk.chatId(),
				new HoldCredits(run.id(), talk.chatId(), talk.userId(), run.order().price(), Purpose.TRAINING),
				talk.cause());
		this.replies.show(talk, Speaking.progressCard(run.order()),
				this.cards.reserving(talk.locale(), run.order(), avatar));
		this.schedule.at(RunTasks.advance(run.id()), run.order().requestedAt().plus(this.settings.requestedDeadline()));
	}

	private RunOrder order(Talk talk, Avatar avatar) {
		String profile = this.settings.profile();
		return new RunOrder(UUID.randomUUID(), avatar.id(), talk.chatId(), talk.userId(), talk.locale(),
				talk.zone().getId(), this.settings.price(), profile, this.profiles.named(profile).steps(),
				this.triggers.next(), talk.cause().correlationId(), talk.cause().trace().traceparent(),
				this.clock.instant());
	}

	private void toast(Talk talk, String key, Object... namesAndValues) {
		this.replies.toast(talk, this.language.of(talk).text(key, namesAndValues));
	}

}
