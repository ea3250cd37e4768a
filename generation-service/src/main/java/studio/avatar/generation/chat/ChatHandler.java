package studio.avatar.generation.chat;

import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;

import studio.avatar.common.contract.ChatEvent;
import studio.avatar.common.contract.ChatEvent.ButtonPressed;
import studio.avatar.common.contract.ChatEvent.CommandIssued;
import studio.avatar.common.contract.ChatEvent.PhotosSent;
import studio.avatar.common.contract.ChatEvent.TextEntered;
import studio.avatar.common.contract.ChatEvent.Unrecognized;
import studio.avatar.common.messaging.Envelope;
import studio.avatar.common.talk.PressedId;
import studio.avatar.common.talk.Talk;
import studio.avatar.generation.draft.CreateMenu;
import studio.avatar.generation.draft.DraftButtons;
import studio.avatar.generation.draft.OwnPrompt;
import studio.avatar.generation.generation.GenerationButtons;

/** Everything a person can do here, and who answers it. Nothing stays unanswered. */
@Component
public class ChatHandler {

	private final CreateMenu menu;

	private final OwnPrompt prompt;

	private final DraftButtons draft;

	private final GenerationButtons generation;

	ChatHandler(CreateMenu menu, OwnPrompt prompt, DraftButtons draft, GenerationButtons generation) {
		this.menu = menu;
		this.prompt = prompt;
		this.draft = draft;
		this.generation = generation;
	}

	public void on(Envelope<ChatEvent> envelope) {
		switch (envelope.event()) {
			case ButtonPressed press -> pressed(Talk.pressed(envelope, press), press);
			case CommandIssued command -> this.menu.show(Talk.said(envelope, command.origin()));
			case TextEntered text when OwnPrompt.asked(text) ->
				this.prompt.entered(Talk.said(envelope, text.origin()), text);
			case TextEntered text -> this.menu.show(Talk.said(envelope, text.origin()));
			case PhotosSent photos -> this.menu.show(Talk.said(envelope, photos.origin()));
			case Unrecognized _ -> {
				// counted and parked before it comes here
			}
		}
	}

	private void pressed(Talk talk, ButtonPressed press) {
		switch (press.part(1)) {
			case "menu" -> this.menu.show(talk);
			case "more" -> this.menu.show(talk.below());
			case "prompt" -> this.prompt.ask(talk);
			case "with" -> with(talk, press);
			case "draft" -> this.draft.show(talk, press);
			case "ratio", "count" -> this.draft.choose(talk, press);
			case "pay" -> this.draft.pay(talk, press);
			case "cancel" -> orStale(talk, this.generation.cancel(talk, press));
			case "again" -> orStale(talk, this.generation.again(talk, press));
			case "shown" -> orStale(talk, this.generation.shown(talk, press));
			default -> this.menu.stale(talk);
		}
	}

	private void with(Talk talk, ButtonPressed press) {
		Optional<UUID> avatarId = PressedId.of(press);
		avatarId.ifPresentOrElse((id) -> this.prompt.askWith(talk, id), () -> this.menu.stale(talk));
	}

	private void orStale(Talk talk, boolean answered) {
		if (!answered) {
			this.menu.stale(talk);
		}
	}

}
