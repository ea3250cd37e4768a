package studio.avatar.training.chat;

import org.springframework.stereotype.Component;

import studio.avatar.common.contract.ChatEvent.ButtonPressed;
import studio.avatar.common.contract.ChatEvent.CommandIssued;
import studio.avatar.common.contract.ChatEvent.PhotosSent;
import studio.avatar.common.contract.ChatEvent.TextEntered;
import studio.avatar.common.contract.ChatEvent.Unrecognized;
import studio.avatar.common.contract.ChatEvent;
import studio.avatar.common.messaging.Envelope;
import studio.avatar.common.talk.Talk;
import studio.avatar.training.avatar.Avatar;
import studio.avatar.training.avatar.AvatarChat;
import studio.avatar.training.draft.DraftChat;
import studio.avatar.training.guard.OwnAvatar;
import studio.avatar.training.photo.PhotoStep;
import studio.avatar.training.run.PayChat;
import studio.avatar.training.run.RunChat;

/**
 * Every button, text and photo that concerns avatars, and the feature that answers it.
 */
@Component
public class ChatHandler {

	private final OwnAvatar own;

	private final AvatarChat avatars;

	private final DraftChat drafts;

	private final PhotoStep photos;

	private final PayChat paying;

	private final RunChat runs;

	ChatHandler(OwnAvatar own, AvatarChat avatars, DraftChat drafts, PhotoStep photos, PayChat paying, RunChat runs) {
		this.own = own;
		this.avatars = avatars;
		this.drafts = drafts;
		this.photos = photos;
		this.paying = paying;
		this.runs = runs;
	}

	public void on(Envelope<ChatEvent> envelope) {
		switch (envelope.event()) {
			case ButtonPressed pressed -> pressed(Talk.pressed(envelope, pressed), pressed);
			case TextEntered entered -> entered(Talk.said(envelope, entered.origin()), entered.expectation(), entered);
			case PhotosSent sent -> sent(Talk.said(envelope, sent.origin()), sent.expectation(), sent);
			case CommandIssued issued -> this.avatars.showAll(Talk.said(envelope, issued.origin()));
			case Unrecognized _ -> {
				// counted and parked before it comes here
			}
		}
	}

	private void pressed(Talk talk, ButtonPressed pressed) {
		String id = pressed.part(2);
		switch (pressed.part(1)) {
			case "avatars" -> this.avatars.showAll(talk);
			case "avatar" -> this.own.of(talk, id, this.avatars::show);
			case "main" -> this.own.of(talk, id, this.avatars::makeMain);
			case "new" -> this.drafts.begin(talk);
			case "resume" -> this.own.draft(talk, id, this.drafts::resume);
			case "gender" -> this.own.draft(talk, id, (turn, draft) -> gender(turn, draft, pressed.part(3)));
			case "name" -> this.own.draft(talk, id, this.drafts::askName);
			case "photos" -> this.own.takingPhotos(talk, id, this::photos);
			case "anew" -> this.own.takingPhotos(talk, id, this.photos::askAnew);
			case "anew-yes" -> this.own.takingPhotos(talk, id, this.photos::anew);
			case "discard" -> this.own.draft(talk, id, this.drafts::askDiscard);
			case "discard-yes" -> this.own.draft(talk, id, this.drafts::discard);
			case "check" -> this.own.of(talk, id, this.paying::check);
			case "pay", "retry" ->
				this.own.of(talk, id, (turn, avatar) -> this.paying.pay(turn, avatar, pressed.part(3)));
			case "run" -> this.runs.show(talk, id);
			case "cancel" -> this.runs.askCancel(talk, id);
			case "cancel-yes" -> this.runs.cancel(talk, id);
			default -> this.avatars.showInstead(talk);
		}
	}

	/**
	 * A draft goes on where it stands; an avatar of an earlier run is described already.
	 */
	private void photos(Talk talk, Avatar avatar) {
		if (avatar.isDraft()) {
			this.drafts.resume(talk, avatar);
		}
		else {
			this.photos.show(talk, avatar);
		}
	}

	private void gender(Talk talk, Avatar draft, String word) {
		if (word.isEmpty()) {
			this.drafts.askGender(talk, draft);
		}
		else {
			this.drafts.gender(talk, draft, word);
		}
	}

	private void entered(Talk talk, String expectation, TextEntered entered) {
		String[] parts = expectation.split(":");
		if (parts.length == 3 && parts[1].equals("name")) {
			this.own.draft(talk, parts[2], (turn, draft) -> this.drafts.name(turn, draft, entered.text()));
		}
		else {
			this.avatars.showInstead(talk);
		}
	}

	private void sent(Talk talk, String expectation, PhotosSent sent) {
		String[] parts = expectation.split(":");
		String id = (parts.length == 3 && parts[1].equals("photos")) ? parts[2] : "";
		if (!this.own.takingPhotos(talk, id, (turn, avatar) -> this.photos.take(turn, avatar, sent.photos()))) {
			this.photos.refuse(sent.photos());
		}
	}

}
