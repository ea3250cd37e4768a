package studio.avatar.generation.draft;

import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;

import org.springframework.stereotype.Component;

import studio.avatar.common.contract.Button;
import studio.avatar.common.contract.ChatEvent.ButtonPressed;
import studio.avatar.common.talk.Guarded.Passed;
import studio.avatar.common.talk.Guarded.Refused;
import studio.avatar.common.talk.Language;
import studio.avatar.common.talk.PressedId;
import studio.avatar.common.talk.Replies;
import studio.avatar.common.talk.Screen;
import studio.avatar.common.talk.Talk;
import studio.avatar.generation.avatar.Avatar;
import studio.avatar.generation.generation.GenerationSettings;
import studio.avatar.generation.generation.Ordering;
import studio.avatar.generation.generation.Wish;
import studio.avatar.generation.guard.AvatarGuard;

/** The buttons on a draft's card: choose, look at it again, pay. */
@Component
public class DraftButtons {

	private final Drafts drafts;

	private final DraftCard card;

	private final AvatarGuard avatars;

	private final Ordering ordering;

	private final CreateMenu menu;

	private final GenerationSettings settings;

	private final Language language;

	private final Replies replies;

	DraftButtons(Drafts drafts, DraftCard card, AvatarGuard avatars, Ordering ordering, CreateMenu menu,
			GenerationSettings settings, Language language, Replies replies) {
		this.drafts = drafts;
		this.card = card;
		this.avatars = avatars;
		this.ordering = ordering;
		this.menu = menu;
		this.settings = settings;
		this.language = language;
		this.replies = replies;
	}

	/** Shows the draft as it stands. */
	public void show(Talk talk, ButtonPressed press) {
		withDraft(talk, press, (draft, avatar) -> show(talk, draft, avatar));
	}

	/** Chooses a ratio or a number of pictures. */
	public void choose(Talk talk, ButtonPressed press) {
		withDraft(talk, press, (draft, avatar) -> {
			Optional<DraftChoice> choice = DraftChoice.of(press);
			Draft chosen = choice.map((made) -> made.applyTo(draft)).orElse(draft);
			if (choice.isEmpty()) {
				toast(talk, "toast.no-choice");
			}
			this.drafts.change(chosen);
			show(talk, chosen, avatar);
		});
	}

	/** Orders the pictures; the draft stays when they are refused. */
	public void pay(Talk talk, ButtonPressed press) {
		withDraft(talk, press, (draft, avatar) -> {
			Button back = this.language.of(talk).button("button.back-to-draft", "generation:draft:" + draft.id());
			Wish wish = new Wish(avatar, draft.words(), draft.ratio(), draft.pictures(), null);
			if (this.ordering.order(talk, draft.id(), wish, back)) {
				this.drafts.remove(draft);
			}
		});
	}

	private void show(Talk talk, Draft draft, Avatar avatar) {
		this.replies.show(talk, DraftCard.name(draft),
				this.card.of(talk, draft, avatar.name(), this.settings.creditsPerPicture()));
	}

	private void withDraft(Talk talk, ButtonPressed press, BiConsumer<Draft, Avatar> then) {
		Optional<UUID> id = PressedId.of(press);
		Optional<Draft> found = id.flatMap((known) -> this.drafts.of(talk.userId(), known));
		if (found.isEmpty()) {
			gone(talk, id);
			return;
		}
		switch (this.avatars.named(talk, found.get().avatarId())) {
			case Passed(Avatar avatar) -> then.accept(found.get(), avatar);
			case Refused(Screen refusal) -> this.replies.show(talk, "generation.menu", refusal);
		}
	}

	/** A draft that was paid is told so and shown as it stands; any other is stale. */
	private void gone(Talk talk, Optional<UUID> id) {
		if (id.filter((known) -> this.ordering.showsOrdered(talk, known)).isEmpty()) {
			this.menu.stale(talk);
		}
	}

	private void toast(Talk talk, String text) {
		this.replies.toast(talk, this.language.of(talk).text(text));
	}

}
