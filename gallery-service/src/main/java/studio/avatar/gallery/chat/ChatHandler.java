package studio.avatar.gallery.chat;

import java.time.Instant;
import java.util.function.Function;

import org.springframework.stereotype.Component;

import studio.avatar.common.contract.ChatEvent;
import studio.avatar.common.contract.ChatEvent.ButtonPressed;
import studio.avatar.common.contract.ChatEvent.CommandIssued;
import studio.avatar.common.contract.ChatEvent.PhotosSent;
import studio.avatar.common.contract.ChatEvent.TextEntered;
import studio.avatar.common.contract.ChatEvent.Unrecognized;
import studio.avatar.common.messaging.Envelope;
import studio.avatar.common.talk.Guarded;
import studio.avatar.common.talk.Guarded.Passed;
import studio.avatar.common.talk.Guarded.Refused;
import studio.avatar.common.talk.Language;
import studio.avatar.common.talk.Replies;
import studio.avatar.common.talk.Screen;
import studio.avatar.common.talk.Talk;
import studio.avatar.gallery.browse.Gallery;
import studio.avatar.gallery.chat.GalleryAction.OnImage;
import studio.avatar.gallery.guard.ImageGuard;
import studio.avatar.gallery.image.Image;
import studio.avatar.gallery.manage.Deletion;
import studio.avatar.gallery.manage.Favourites;
import studio.avatar.gallery.manage.PromptScreen;

/**
 * Answers everything a person does in the gallery: a press turns the card it stood under
 * into the next one, a command gets a new card.
 */
@Component
public class ChatHandler {

	/** The gallery is one screen; each picture is a state of it. */
	static final String CARD = "gallery";

	private final Gallery gallery;

	private final ImageGuard guard;

	private final Favourites favourites;

	private final PromptScreen prompts;

	private final Deletion deletion;

	private final Language language;

	private final Replies replies;

	ChatHandler(Gallery gallery, ImageGuard guard, Favourites favourites, PromptScreen prompts, Deletion deletion,
			Language language, Replies replies) {
		this.gallery = gallery;
		this.guard = guard;
		this.favourites = favourites;
		this.prompts = prompts;
		this.deletion = deletion;
		this.language = language;
		this.replies = replies;
	}

	public void on(Envelope<ChatEvent> envelope) {
		switch (envelope.event()) {
			case ButtonPressed press -> pressed(Talk.pressed(envelope, press), press, envelope.time());
			case CommandIssued command -> open(Talk.said(envelope, command.origin()));
			case TextEntered text -> open(Talk.said(envelope, text.origin()));
			case PhotosSent photos -> open(Talk.said(envelope, photos.origin()));
			case Unrecognized _ -> {
				// counted and parked before it comes here
			}
		}
	}

	/**
	 * What it leaves behind depends on when it was pressed, and not on when it is
	 * handled: filled again, the tables are the same.
	 */
	private void pressed(Talk talk, ButtonPressed press, Instant at) {
		this.replies.show(talk, CARD, screen(talk, GalleryAction.of(press.action()), at));
	}

	/** The gallery asks for no text and no photo: whatever comes is answered with it. */
	private void open(Talk talk) {
		this.replies.show(talk, CARD, this.gallery.open(talk));
	}

	private Screen screen(Talk talk, GalleryAction action, Instant at) {
		return switch (action) {
			case GalleryAction.Open open -> this.gallery.open(talk);
			case OnImage onImage -> screen(talk, onImage, at);
			case GalleryAction.Unknown unknown ->
				this.gallery.open(talk).toast(this.language.of(talk).text("toast.unknown"));
		};
	}

	private Screen screen(Talk talk, OnImage on, Instant at) {
		return switch (on.verb()) {
			case IMAGE -> shown(talk, on, (image) -> this.gallery.show(talk, image));
			case PAGE -> known(talk, on, (image) -> this.gallery.page(talk, image));
			case OLDER -> known(talk, on, (image) -> this.gallery.older(talk, image));
			case NEWER -> known(talk, on, (image) -> this.gallery.newer(talk, image));
			case FAVOURITE -> shown(talk, on, (image) -> this.favourites.toggle(talk, image));
			case PROMPT -> shown(talk, on, (image) -> this.prompts.show(talk, image, on.page()));
			case DELETE -> shown(talk, on, (image) -> this.deletion.ask(talk, image));
			case DELETE_YES -> shown(talk, on, (image) -> this.deletion.delete(talk, image, at));
			case UNDO -> known(talk, on, (image) -> this.deletion.undo(talk, image));
		};
	}

	private Screen shown(Talk talk, OnImage on, Function<Image, Screen> then) {
		return guarded(this.guard.shown(talk, on.imageId()), then);
	}

	private Screen known(Talk talk, OnImage on, Function<Image, Screen> then) {
		return guarded(this.guard.known(talk, on.imageId()), then);
	}

	private static Screen guarded(Guarded<Image> guarded, Function<Image, Screen> then) {
		return switch (guarded) {
			case Passed(Image image) -> then.apply(image);
			case Refused(Screen refusal) -> refusal;
		};
	}

}
