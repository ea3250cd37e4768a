package studio.avatar.training.photo;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;

import studio.avatar.common.contract.ChatEvent.SentPhoto;
import studio.avatar.common.contract.Expectation;
import studio.avatar.common.scheduling.PersistentSchedule;
import studio.avatar.common.talk.Replies;
import studio.avatar.common.talk.Talk;
import studio.avatar.training.avatar.Avatar;

/**
 * The wizard's photo step. Photos are written down as they come; a task looks at them
 * afterwards. Photos sent shortly after each other, an album above all, are one sitting
 * and share one summary.
 */
@Component
public class PhotoStep {

	private final PhotoRows rows;

	private final PhotoCards cards;

	private final Replies replies;

	private final PersistentSchedule schedule;

	private final PhotoSettings settings;

	private final Clock clock;

	PhotoStep(PhotoRows rows, PhotoCards cards, Replies replies, PersistentSchedule schedule, PhotoSettings settings,
			Clock clock) {
		this.rows = rows;
		this.cards = cards;
		this.replies = replies;
		this.schedule = schedule;
		this.settings = settings;
		this.clock = clock;
	}

	/** The card of the wizard, in every step. */
	public static String card(UUID avatarId) {
		return "training.draft." + avatarId;
	}

	/** What photos mean while an avatar waits for some. */
	public static Expectation photosOf(UUID avatarId) {
		return Expectation.photos("training:photos:" + avatarId);
	}

	/** Shows the step. */
	public void show(Talk talk, Avatar draft) {
		this.replies.show(talk, card(draft.id()), this.cards.step(talk.locale(), draft, List.of()),
				photosOf(draft.id()));
	}

	/** Asks before the photos of a run that failed are given up for others. */
	public void askAnew(Talk talk, Avatar avatar) {
		this.replies.show(talk, card(avatar.id()), this.cards.askAnew(talk, avatar));
	}

	/** Gives the photos of an avatar up, so that others can be sent. */
	public void anew(Talk talk, Avatar avatar) {
		for (Photo photo : this.rows.findByAvatarIdAndStatusNot(avatar.id(), Photo.Status.RECEIVED)) {
			if (photo.normalised() != null) {
				this.schedule.at(PhotoTask.forget(photo.normalised().key()), this.clock.instant());
			}
			this.rows.delete(photo);
		}
		this.rows.flush();
		show(talk, avatar);
	}

	/** Writes photos down and wants them looked at. */
	public void take(Talk talk, Avatar draft, List<SentPhoto> sent) {
		Instant now = this.clock.instant();
		Optional<Photo> last = this.rows.findFirstByAvatarIdOrderByReceivedAtDescPositionDesc(draft.id())
			.filter((photo) -> photo.receivedAt().plus(this.settings.sitting()).isAfter(now));
		UUID sitting = last.map(Photo::sittingId).orElseGet(UUID::randomUUID);
		UUID batch = UUID.randomUUID();
		int position = last.map(Photo::position).orElse(0);
		for (SentPhoto photo : sent) {
			position++;
			this.rows.save(new Photo(UUID.randomUUID(), draft.id(), batch, sitting, position, photo, now));
		}
		tell(talk, draft, sitting, last.isPresent());
		this.schedule.at(PhotoTask.of(batch, talk), now);
	}

	/** Takes photos away that nobody asked for: they show faces and where they were. */
	public void refuse(List<SentPhoto> sent) {
		sent.stream()
			.map(SentPhoto::file)
			.filter(Objects::nonNull)
			.forEach((file) -> this.schedule.at(PhotoTask.forget(file.key()), this.clock.instant()));
	}

	/** The first photos of a sitting get a card below them, later ones change it. */
	private void tell(Talk talk, Avatar draft, UUID sitting, boolean goesOn) {
		var card = this.cards.step(talk.locale(), draft, this.rows.findBySittingIdOrderByPosition(sitting));
		if (goesOn) {
			this.replies.update(talk, card(draft.id()), card);
		}
		else {
			this.replies.show(talk, card(draft.id()), card, photosOf(draft.id()));
		}
	}

}
