package studio.avatar.gateway.person;

import org.jspecify.annotations.Nullable;

/**
 * Who an update comes from, as the update says it.
 *
 * @param languageCode IETF tag of the person's app; absent when it does not tell
 */
public record Sender(long chatId, long userId, String firstName, @Nullable String languageCode) {

	private static final String RUSSIAN = "ru";

	/** The language we speak that is nearest to theirs. */
	public String locale() {
		return (this.languageCode != null && this.languageCode.startsWith(RUSSIAN)) ? RUSSIAN : "en";
	}

}
