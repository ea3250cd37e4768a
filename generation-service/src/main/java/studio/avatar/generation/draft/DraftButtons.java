package studio.avatar.generation.draft;

import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;

import org.springframework.stereotype.Component;

import studio.avatar.common.contract.Button;
import studio.avatar.common.contract.Card;
import studio.avatar.common.contract.ChatEvent.ButtonPressed;
import studio.avatar.common.contract.Origin;
import studio.avatar.common.messaging.Envelope;
import studio.avatar.common.text.Texts;
import studio.avatar.generation.avatar.Avatar;
import studio.avatar.generation.generation.GenerationSettings;
import studio.avatar.generation.generation.Ordering;
import studio.avatar.generation.generation.Wish;
import studio.avatar.generation.guard.AvatarGuard;
import studio.avatar.generation.guard.Guarded.Passed;
import studio.avatar.generation.guard.Guarded.Refused;
import studio.avatar.generation.reply.Answers;
import studio.avatar.generation.reply.PressedId;

/** The buttons on a draft's card: choose, look at it again, pay. */
@Component
public class DraftButtons {

	private final Drafts drafts;

	private final DraftCard card;

	private final AvatarGuard avatars;

	private final Ordering ordering;

	private final CreateMenu menu;

	private final GenerationSettings settings;

	private final Texts texts;

	private final Answers answers;

	DraftButtons(Drafts drafts, DraftCard card, AvatarGuard avatars, Ordering ordering, CreateMenu menu,
			GenerationSettings settings, Texts texts, Answers answers) {
		this.drafts = drafts;
		this.card = card;
		this.avatars = avatars;
		this.ordering = ordering;
		this.menu = menu;
		this.settings = settings;
		this.texts = texts;
		this.answers = answers;
	}

	/** Shows the draft as it stands. */
	public void show(Envelope<ButtonPressed> press) {
		withDraft(press, (draft, avatar) -> show(press, draft, avatar));
	}

	/** Chooses a ratio or a number of pictures. */
	public void choose(Envelope<ButtonPressed> press) {
		withDraft(press, (draft, avatar) -> {
			Draft chosen = DraftChoice.of(press.event()).map((choice) -> choice.applyTo(draft)).orElse(draft);
			this.drafts.change(chosen);
			show(press, chosen, avatar);
		});
	}

	/** Orders the pictures; the draft stays when they are refused. */
	public void pay(Envelope<ButtonPressed> press) {
		withDraft(press, (draft, avatar) -> {
			String language = press.event().origin().locale();
			Button back = new Button(this.texts.get(language, "button.back-to-draft"),
					"generation:draft:" + draft.id());
			Wish wish = new Wish(avatar, draft.words(), draft.ratio(), draft.pictures(), null);
			if (this.ordering.order(press, draft.id(), wish, back)) {
				this.drafts.remove(draft);
			}
		});
	}

	private void show(Envelope<ButtonPressed> press, Draft draft, Avatar avatar) {
		this.answers.edit(press, DraftCard.name(draft),
				this.card.of(draft, avatar.name(), this.settings.creditsPerPicture(), press.event().origin().locale()));
	}

	private void withDraft(Envelope<ButtonPressed> press, BiConsumer<Draft, Avatar> then) {
		Origin origin = press.event().origin();
		Optional<UUID> id = PressedId.of(press.event());
		Optional<Draft> found = id.flatMap((known) -> this.drafts.of(origin.userId(), known));
		if (found.isEmpty()) {
			gone(press, id);
			return;
		}
		switch (this.avatars.named(origin, found.get().avatarId())) {
			case Passed(Avatar avatar) -> then.accept(found.get(), avatar);
			case Refused(Card refusal) -> this.answers.edit(press, "generation.menu", refusal);
		}
	}

	/** A second tap on a draft that was just paid is told so; any other is stale. */
	private void gone(Envelope<ButtonPressed> press, Optional<UUID> id) {
		Origin origin = press.event().origin();
		if (id.filter((known) -> this.ordering.isOrdered(origin.userId(), known)).isPresent()) {
			this.answers.toast(press, this.texts.get(origin.locale(), "toast.already-ordered"));
		}
		else {
			this.menu.stale(press);
		}
	}

}
