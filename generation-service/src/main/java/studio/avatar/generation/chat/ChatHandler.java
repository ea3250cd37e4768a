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
import studio.avatar.generation.draft.CreateMenu;
import studio.avatar.generation.draft.DraftButtons;
import studio.avatar.generation.draft.OwnPrompt;
import studio.avatar.generation.generation.GenerationButtons;
import studio.avatar.generation.reply.PressedId;

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
			case ButtonPressed press -> on(envelope.with(press), press.part(1));
			case CommandIssued command -> this.menu.commanded(envelope.with(command));
			case TextEntered text when OwnPrompt.asked(text) -> this.prompt.entered(envelope.with(text));
			case TextEntered text -> this.menu.below(envelope, text.origin());
			case PhotosSent photos -> this.menu.below(envelope, photos.origin());
			case Unrecognized _ -> {
			}
		}
	}

	private void on(Envelope<ButtonPressed> press, String verb) {
		switch (verb) {
			case "menu" -> this.menu.pressed(press);
			case "more" -> this.menu.below(press, press.event().origin());
			case "prompt" -> this.prompt.ask(press);
			case "with" -> with(press);
			case "draft" -> this.draft.show(press);
			case "ratio", "count" -> this.draft.choose(press);
			case "pay" -> this.draft.pay(press);
			case "cancel" -> orStale(press, this.generation.cancel(press));
			case "again" -> orStale(press, this.generation.again(press));
			case "shown" -> orStale(press, this.generation.shown(press));
			default -> this.menu.stale(press);
		}
	}

	private void with(Envelope<ButtonPressed> press) {
		Optional<UUID> avatarId = PressedId.of(press.event());
		avatarId.ifPresentOrElse((id) -> this.prompt.askWith(press, id), () -> this.menu.stale(press));
	}

	private void orStale(Envelope<ButtonPressed> press, boolean answered) {
		if (!answered) {
			this.menu.stale(press);
		}
	}

}
