package studio.avatar.gallery.manage;

import java.time.Clock;
import java.time.Instant;

import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import org.springframework.stereotype.Component;

import studio.avatar.common.contract.Button;
import studio.avatar.common.contract.Card;
import studio.avatar.common.contract.RichText;
import studio.avatar.common.scheduling.PersistentSchedule;
import studio.avatar.common.text.Texts;
import studio.avatar.gallery.browse.Gallery;
import studio.avatar.gallery.browse.Screen;
import studio.avatar.gallery.browse.Viewer;
import studio.avatar.gallery.image.Image;
import studio.avatar.gallery.image.Images;

/**
 * The first step of deleting: asks with the picture in sight, hides it at once, and lets
 * it be brought back while the undo window lasts.
 */
@Component
public class Deletion {

	private final Images images;

	private final Gallery gallery;

	private final PersistentSchedule schedule;

	private final CustomTask<Void> purge;

	private final GallerySettings settings;

	private final Texts texts;

	private final Clock clock;

	Deletion(Images images, Gallery gallery, PersistentSchedule schedule, CustomTask<Void> purge,
			GallerySettings settings, Texts texts, Clock clock) {
		this.images = images;
		this.gallery = gallery;
		this.schedule = schedule;
		this.purge = purge;
		this.settings = settings;
		this.texts = texts;
		this.clock = clock;
	}

	/** Shows the picture and asks. */
	public Screen ask(Viewer viewer, Image image) {
		Card card = Card
			.of(this.texts.rich(viewer.language(), "delete.ask", "minutes", this.settings.undoWindow().toMinutes()))
			.row(button(viewer, "button.delete-yes", "delete-yes", image),
					button(viewer, "button.keep", "image", image));
		return Screen.of(this.gallery.fileThere(image) ? card.picture(image.file()) : card);
	}

	/** Hides it and shows its neighbour, with a button that takes it back. */
	public Screen delete(Viewer viewer, Image image) {
		Instant now = this.clock.instant();
		Instant until = now.plus(this.settings.undoWindow());
		this.images.hide(image, now);
		this.schedule.at(this.purge.instance(image.id().toString()), until);
		return withWayBack(viewer, image, until, this.gallery.instead(viewer, image));
	}

	/** Shows it again, or says why not. */
	public Screen undo(Viewer viewer, Image image) {
		return switch (UndoDecision.on(image)) {
			case BRING_BACK -> bringBack(viewer, image);
			case IS_THERE -> this.gallery.show(viewer, image);
			case TOO_LATE -> tooLate(viewer);
		};
	}

	private Screen bringBack(Viewer viewer, Image image) {
		if (!this.images.bringBack(image)) {
			return tooLate(viewer);
		}
		this.schedule.cancel(PurgeTask.KIND, image.id().toString());
		return this.gallery.show(viewer, image).toast(this.texts.get(viewer.language(), "toast.back"));
	}

	private Screen tooLate(Viewer viewer) {
		return this.gallery.open(viewer).toast(this.texts.get(viewer.language(), "toast.too-late"));
	}

	private Screen withWayBack(Viewer viewer, Image image, Instant until, Screen neighbour) {
		RichText said = this.texts.rich(viewer.language(), "delete.done", "until", viewer.time(until)).line().line();
		Card below = neighbour.card();
		Card card = new Card(said.append(below.text()), below.picture(), below.keyboard())
			.row(button(viewer, "button.undo", "undo", image));
		return neighbour.card(card);
	}

	private Button button(Viewer viewer, String label, String verb, Image image) {
		return new Button(this.texts.get(viewer.language(), label), "gallery:" + verb + ":" + image.id());
	}

}
