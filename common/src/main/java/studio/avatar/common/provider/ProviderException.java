package studio.avatar.common.provider;

import org.jspecify.annotations.Nullable;

/**
 * A call to the provider that did not succeed. Which of the three it is decides what may
 * be done next.
 */
public sealed abstract class ProviderException extends RuntimeException
		permits ProviderRefused, ProviderUnavailable, OutcomeUnknown {

	ProviderException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
