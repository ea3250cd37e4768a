package studio.avatar.generation.draft;

import java.util.UUID;

import studio.avatar.common.contract.Ratio;

/**
 * A picture that is not paid for yet. Its id becomes the id of the generation, so that
 * paying twice makes one.
 *
 * @param userId whose it is
 * @param avatarId whom it will show
 * @param words prompt in the person's own words, 3 to 2000 characters
 * @param pictures how many, 1 to 4
 */
record Draft(UUID id, long chatId, long userId, UUID avatarId, String words, Ratio ratio, int pictures) {

	static final int MOST_PICTURES = 4;

	Draft {
		if (pictures < 1 || pictures > MOST_PICTURES) {
			throw new IllegalArgumentException("1 to 4 pictures can be made at once, not " + pictures);
		}
	}

	Draft ratio(Ratio chosen) {
		return new Draft(this.id, this.chatId, this.userId, this.avatarId, this.words, chosen, this.pictures);
	}

	Draft pictures(int chosen) {
		return new Draft(this.id, this.chatId, this.userId, this.avatarId, this.words, this.ratio, chosen);
	}

	/** What all the pictures cost. */
	int price(int creditsPerPicture) {
		return this.pictures * creditsPerPicture;
	}

}
