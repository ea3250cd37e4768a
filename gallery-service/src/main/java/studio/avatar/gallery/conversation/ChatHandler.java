package studio.avatar.gallery.conversation;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import studio.avatar.common.contract.ChatEvent;
import studio.avatar.common.contract.ChatEvent.ButtonPressed;
import studio.avatar.common.contract.Origin;
import studio.avatar.common.contract.Reply;
import studio.avatar.common.contract.Topic;
import studio.avatar.common.messaging.Envelope;
import studio.avatar.common.messaging.Outbox;
import studio.avatar.common.text.Texts;
import studio.avatar.gallery.browse.Gallery;
import studio.avatar.gallery.browse.Screen;
import studio.avatar.gallery.browse.Viewer;
import studio.avatar.gallery.conversation.GalleryAction.OnImage;
import studio.avatar.gallery.guard.ImageGuard;
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

	private final Texts texts;

	private final Outbox outbox;

	ChatHandler(Gallery gallery, ImageGuard guard, Favourites favourites, PromptScreen prompts, Deletion deletion,
			Texts texts, Outbox outbox) {
		this.gallery = gallery;
		this.guard = guard;
		this.favourites = favourites;
		this.prompts = prompts;
		this.deletion = deletion;
		this.texts = texts;
		this.outbox = outbox;
	}

	public void on(Envelope<ChatEvent> envelope) {
		switch (envelope.event()) {
			case ButtonPressed pressed -> press(envelope.with(pressed));
			case ChatEvent.CommandIssued command -> open(envelope, command.origin());
			case ChatEvent.TextEntered text -> open(envelope, text.origin());
			case ChatEvent.PhotosSent photos -> open(envelope, photos.origin());
			case ChatEvent.Unrecognized newer -> {
				// never comes here: parked on the way in
			}
		}
	}

	private void press(Envelope<ButtonPressed> envelope) {
		ButtonPressed pressed = envelope.event();
		Screen screen = screen(Viewer.of(pressed.origin()), GalleryAction.of(pressed.action()));
		if (screen.toast() != null) {
			long chatId = pressed.origin().chatId();
			reply(envelope, chatId, new Reply.ShowToast(chatId, pressed.pressId(), screen.toast(), false));
		}
		show(envelope, pressed.origin(), pressed.origin().messageId(), screen);
	}

	/** The gallery asks for no text and no photo: whatever comes is answered with it. */
	private void open(Envelope<ChatEvent> envelope, Origin origin) {
		show(envelope, origin, null, this.gallery.open(Viewer.of(origin)));
	}

	private Screen screen(Viewer viewer, GalleryAction action) {
		return switch (action) {
			case GalleryAction.Open open -> this.gallery.open(viewer);
			case OnImage onImage -> screen(viewer, onImage);
			case GalleryAction.Unknown unknown ->
				this.gallery.open(viewer).toast(this.texts.get(viewer.language(), "toast.unknown"));
		};
	}

	private Screen screen(Viewer viewer, OnImage on) {
		return switch (on.verb()) {
			case IMAGE -> this.guard.shown(viewer, on.imageId(), (image) -> this.gallery.show(viewer, image));
			case OLDER -> this.guard.known(viewer, on.imageId(), (image) -> this.gallery.older(viewer, image));
			case NEWER -> this.guard.known(viewer, on.imageId(), (image) -> this.gallery.newer(viewer, image));
			case FAVOURITE -> this.guard.shown(viewer, on.imageId(), (image) -> this.favourites.toggle(viewer, image));
			case PROMPT ->
				this.guard.shown(viewer, on.imageId(), (image) -> this.prompts.show(viewer, image, on.page()));
			case DELETE -> this.guard.shown(viewer, on.imageId(), (image) -> this.deletion.ask(viewer, image));
			case DELETE_YES -> this.guard.shown(viewer, on.imageId(), (image) -> this.deletion.delete(viewer, image));
			case UNDO -> this.guard.known(viewer, on.imageId(), (image) -> this.deletion.undo(viewer, image));
		};
	}

	private void show(Envelope<?> envelope, Origin origin, @Nullable Long replaces, Screen screen) {
		reply(envelope, origin.chatId(), new Reply.ShowCard(origin.chatId(), CARD, replaces, screen.card(), null));
	}

	private void reply(Envelope<?> envelope, long chatId, Reply reply) {
		this.outbox.publish(Topic.CHAT_REPLIES, chatId, reply, envelope.asCause());
	}

}
