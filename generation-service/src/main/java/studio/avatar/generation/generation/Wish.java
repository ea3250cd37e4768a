package studio.avatar.generation.generation;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import studio.avatar.common.contract.Ratio;
import studio.avatar.generation.avatar.Avatar;

/**
 * The pictures a person wants, not ordered yet.
 *
 * @param words prompt in the person's own words
 * @param pictures how many, 1 to 4
 * @param repeats the generation to repeat; absent for a first one
 */
public record Wish(Avatar avatar, String words, Ratio ratio, int pictures, @Nullable UUID repeats) {

	/** What all the pictures cost. */
	int price(int creditsPerPicture) {
		return this.pictures * creditsPerPicture;
	}

}
