package studio.avatar.common.provider;

import org.jspecify.annotations.Nullable;

/**
 * A submit whose answer was lost or makes no sense: the request may have been accepted,
 * and then it is paid. It is never submitted again.
 */
public final class OutcomeUnknown extends ProviderException {

	public OutcomeUnknown(String message) {
		this(message, null);
	}

	public OutcomeUnknown(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
