package studio.avatar.common.provider;

import org.jspecify.annotations.Nullable;

/**
 * The provider could not take the call: nothing happened there, and trying again later
 * may help.
 */
public final class ProviderUnavailable extends ProviderException {

	public ProviderUnavailable(String message) {
		this(message, null);
	}

	public ProviderUnavailable(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
