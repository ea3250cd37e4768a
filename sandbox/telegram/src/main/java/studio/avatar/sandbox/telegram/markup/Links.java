package studio.avatar.sandbox.telegram.markup;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which addresses Telegram lets a text or a button open.
 */
public final class Links {

	private static final Pattern SCHEME = Pattern.compile("(?i)([a-z][a-z0-9+.-]*)://.*");

	private static final Pattern WEB = Pattern
		.compile("(?i)(https?://)?([^/?#\\s@]+@)?(?<host>[^/?#:\\s]+|\\[[0-9a-f:]+])(:\\d{1,5})?([/?#]\\S*)?");

	private Links() {
	}

	/** What is wrong with the address, in Telegram's words; empty when nothing is. */
	public static Optional<String> complaint(String url) {
		return reason(url).map((reason) -> "URL '" + url + "' is invalid: " + reason);
	}

	private static Optional<String> reason(String url) {
		if (url.matches("(?i)(tg|ton|tonsite):(//)?[a-z0-9_.-]+([/?#]\\S*)?")) {
			return Optional.empty();
		}
		Matcher scheme = SCHEME.matcher(url);
		if (scheme.matches() && !scheme.group(1).matches("(?i)https?")) {
			return Optional.of("Unsupported URL protocol");
		}
		Matcher web = WEB.matcher(url);
		boolean open = web.matches() && (web.group("host").contains(".") || web.group("host").startsWith("["));
		return open ? Optional.empty() : Optional.of("Wrong HTTP URL");
	}

}
