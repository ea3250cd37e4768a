package studio.avatar.generation.draft;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import org.springframework.stereotype.Component;

import studio.avatar.common.contract.Ratio;
import studio.avatar.common.talk.Replies;
import studio.avatar.common.talk.Talk;
import studio.avatar.generation.avatar.Avatar;
import studio.avatar.generation.generation.GenerationSettings;
import studio.avatar.generation.generation.PriceQuestion;
import studio.avatar.generation.generation.Wish;

/** Begins drafts, each shown with its price. */
@Component
class NewDraft implements PriceQuestion {

	private final Drafts drafts;

	private final DraftCard card;

	private final GenerationSettings settings;

	private final Replies replies;

	NewDraft(Drafts drafts, DraftCard card, GenerationSettings settings, Replies replies) {
		this.drafts = drafts;
		this.card = card;
		this.settings = settings;
		this.replies = replies;
	}

	/** One square picture of these words, until something else is chosen. */
	void of(Talk talk, Avatar avatar, String words) {
		begin(talk, avatar, words, Ratio.SQUARE, 1);
	}

	@Override
	public void ask(Talk talk, Wish wish) {
		begin(talk.below(), wish.avatar(), wish.words(), wish.ratio(), wish.pictures());
	}

	private void begin(Talk talk, Avatar avatar, String words, Ratio ratio, int pictures) {
		UUID id = UUID.nameUUIDFromBytes(("draft/" + talk.cause().causationId()).getBytes(StandardCharsets.UTF_8));
		Draft draft = new Draft(id, talk.chatId(), talk.userId(), avatar.id(), words, ratio, pictures);
		this.drafts.add(draft);
		this.replies.show(talk, DraftCard.name(draft),
				this.card.of(talk, draft, avatar.name(), this.settings.creditsPerPicture()));
	}

}
