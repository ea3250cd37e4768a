package studio.avatar.gateway.reply;

import org.jspecify.annotations.Nullable;
import studio.avatar.common.contract.Card;
import studio.avatar.common.contract.MediaRef;
import studio.avatar.common.media.MediaStore;
import studio.avatar.gateway.sheet.ContactSheets;

import org.springframework.stereotype.Component;

/** What stands above the words of a card. */
@Component
class CardPictures {

	private final MediaStore media;

	private final ContactSheets sheets;

	CardPictures(MediaStore media, ContactSheets sheets) {
		this.media = media;
		this.sheets = sheets;
	}

	/** The picture or the sheet of a card; absent when it has none. */
	@Nullable OutgoingFile of(Card card) {
		if (card.sheet() != null) {
			return new SheetPicture(card.sheet(), this.sheets);
		}
		return (card.picture() != null) ? of(card.picture()) : null;
	}

	OutgoingFile of(MediaRef picture) {
		return new StoredPicture(picture, this.media);
	}

}
