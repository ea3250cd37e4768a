package studio.avatar.common.provider;

/**
 * The provider said no, and would say it again: permanent. A refused submit began
 * nothing.
 */
public final class ProviderRefused extends ProviderException {

	private final String type;

	/**
	 * A refusal.
	 * @param type the provider's word for it, such as {@code content_policy_violation};
	 * {@code http_404} when it gives none
	 * @param message what it says about it
	 */
	public ProviderRefused(String type, String message) {
		super(message, null);
		this.type = type;
	}

	public String type() {
		return this.type;
	}

	/** The type and the message, for a reason that is kept. */
	public String reason() {
		return this.type + ": " + getMessage();
	}

}
