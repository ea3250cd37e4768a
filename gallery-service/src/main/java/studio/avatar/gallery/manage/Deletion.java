package studio.avatar.gallery.manage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import org.springframework.stereotype.Component;

import studio.avatar.common.contract.Card;
import studio.avatar.common.contract.RichText;
import studio.avatar.common.messaging.Effects;
import studio.avatar.common.scheduling.PersistentSchedule;
import studio.avatar.common.talk.Language;
import studio.avatar.common.talk.Screen;
import studio.avatar.common.talk.Talk;
import studio.avatar.common.talk.Words;
import studio.avatar.gallery.browse.Gallery;
import studio.avatar.gallery.browse.PersonsClock;
import studio.avatar.gallery.image.Image;
import studio.avatar.gallery.image.Images;

/**
 * The first step of deleting: asks with the picture in sight, hides it at once, and lets
 * it be brought back while the undo window lasts.
 */
@Component
public class Deletion {

	/** No rebuild lasts longer, even one that is paused over night. */
	private static final Duration REBUILD_TAKES = Duration.ofDays(1);

	private final Images images;

	private final Gallery gallery;

	private final PersistentSchedule schedule;

	private final CustomTask<Void> purge;

	private final GallerySettings settings;

	private final Language language;

	private final Clock clock;

	Deletion(Images images, Gallery gallery, PersistentSchedule schedule, CustomTask<Void> purge,
			GallerySettings settings, Language language, Clock clock) {
		this.images = images;
		this.gallery = gallery;
		this.schedule = schedule;
		this.purge = purge;
		this.settings = settings;
		this.language = language;
		this.clock = clock;
	}

	/** Shows the picture and asks. */
	public Screen ask(Talk talk, Image image) {
		Words words = this.language.of(talk);
		Card card = Card.of(words.rich("delete.ask", "minutes", this.settings.undoWindow().toMinutes()))
			.row(words.button("button.delete-yes", "gallery:delete-yes:" + image.id()),
					words.button("button.keep", "gallery:image:" + image.id()));
		return Screen.of(this.gallery.fileThere(image) ? card.picture(image.file()) : card);
	}

	/**
	 * Hides it and shows its neighbour, with a button that takes it back.
	 * @param at when the person wished it; the undo window begins when it is done
	 */
	public Screen delete(Talk talk, Image image, Instant at) {
		Instant until = this.clock.instant().plus(this.settings.undoWindow());
		this.images.hide(image, at);
		this.schedule.at(this.purge.instance(image.id().toString()), purgedFrom(until));
		return withWayBack(talk, image, until, this.gallery.instead(talk, image));
	}

	/**
	 * A gallery that is filled again may come to the wish to take it back much later than
	 * the person did.
	 */
	private Instant purgedFrom(Instant until) {
		return Effects.isRebuilding() ? this.clock.instant().plus(REBUILD_TAKES) : until;
	}

	/** Shows it again, or says why not. */
	public Screen undo(Talk talk, Image image) {
		return switch (UndoDecision.on(image)) {
			case BRING_BACK -> bringBack(talk, image);
			case IS_THERE -> this.gallery.show(talk, image).toast(this.language.of(talk).text("toast.is-there"));
			case TOO_LATE -> tooLate(talk);
		};
	}

	private Screen bringBack(Talk talk, Image image) {
		if (!this.images.bringBack(image)) {
			return tooLate(talk);
		}
		this.schedule.cancel(PurgeTask.KIND, image.id().toString());
		return this.gallery.show(talk, image).toast(this.language.of(talk).text("toast.back"));
	}

	private Screen tooLate(Talk talk) {
		return this.gallery.open(talk).toast(this.language.of(talk).text("toast.too-late"));
	}

	private Screen withWayBack(Talk talk, Image image, Instant until, Screen neighbour) {
		Words words = this.language.of(talk);
		RichText said = words.rich("delete.done", "until", PersonsClock.time(talk, until)).line().line();
		Card below = neighbour.card();
		Card card = below.text(said.append(below.text()))
			.row(words.button("button.undo", "gallery:undo:" + image.id()));
		return neighbour.card(card);
	}

}
