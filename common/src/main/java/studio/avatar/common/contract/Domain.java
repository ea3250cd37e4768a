package studio.avatar.common.contract;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who owns a screen: the first word of a button's action and of an expectation's name.
 */
public enum Domain {

	TRAINING, GENERATION, GALLERY, ACCOUNT, MENU;

	/** The word before the first colon, {@code training} for {@link #TRAINING}. */
	public String prefix() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * Finds the owner of {@code training:start:42}; empty when the first word is no
	 * domain.
	 */
	public static Optional<Domain> of(String action) {
		String word = action.split(":", 2)[0];
		return Stream.of(values()).filter(domain -> domain.prefix().equals(word)).findFirst();
	}

}
