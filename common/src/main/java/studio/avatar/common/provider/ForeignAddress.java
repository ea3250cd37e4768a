package studio.avatar.common.provider;

/**
 * An address that is not the provider's, and so is never called: permanent, because the
 * address of a request or a file does not change.
 */
public final class ForeignAddress extends IllegalArgumentException {

	ForeignAddress(String message) {
		super(message);
	}

}
