package studio.avatar.sandbox.telegram.webhook;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which addresses Telegram brings updates to: HTTPS on four ports. Plain HTTP on any port
 * is taken too where the real one would not come at all: on this machine, in a private
 * network, and to names without a dot, as containers have.
 */
public final class WebhookAddress {

	private static final Set<Integer> PORTS = Set.of(-1, 443, 80, 88, 8443);

	private static final int HIGHEST_PORT = 65_535;

	private static final Pattern NEAR = Pattern
		.compile("(?i)localhost|127\\.[\\d.]+|10\\.[\\d.]+|192\\.168\\.[\\d.]+|172\\.(1[6-9]|2\\d|3[01])\\.[\\d.]+"
				+ "|\\[::1]|[a-z\\d_-]+");

	private WebhookAddress() {
	}

	/** What Telegram has against it, in its words; empty when nothing. */
	public static Optional<String> complaint(URI url) {
		if (url.getHost() == null || url.getScheme() == null) {
			return Optional.of("invalid webhook URL specified");
		}
		boolean near = NEAR.matcher(url.getHost()).matches();
		if (!url.getScheme().equalsIgnoreCase("https") && !(near && url.getScheme().equalsIgnoreCase("http"))) {
			return Optional.of("bad webhook: An HTTPS URL must be provided for webhook");
		}
		return ((near && url.getPort() <= HIGHEST_PORT) || PORTS.contains(url.getPort())) ? Optional.empty()
				: Optional.of("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443");
	}

}
