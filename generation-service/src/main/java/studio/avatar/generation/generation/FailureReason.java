package studio.avatar.generation.generation;

import java.util.Locale;

/** Why a generation ended without pictures. */
enum FailureReason {

	/** The ledger declined; nothing was held. */
	NOT_ENOUGH_CREDITS,

	/** The avatar was deleted before the provider was asked. */
	AVATAR_GONE,

	/** The avatar's model is not in our store, or its profile is not offered any more. */
	MODEL_UNUSABLE,

	/** The provider does not make such pictures. */
	CONTENT_REFUSED,

	/** The provider did not take the request, or broke down over it. */
	PROVIDER_FAILED,

	/** What came has other pixels than were ordered. */
	WRONG_SIZE,

	/** What came is no picture, or did not come at all. */
	NO_PICTURES;

	/** Key of the sentence that tells it. */
	String textKey() {
		return "failed." + name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
