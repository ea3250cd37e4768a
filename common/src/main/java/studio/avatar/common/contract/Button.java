package studio.avatar.common.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import org.jspecify.annotations.Nullable;

/**
 * An inline button: it tells its domain that it was pressed, or it opens an address.
 *
 * @param label what stands on it, 1 to 64 characters
 * @param action callback data: starts with its {@link Domain} and a colon, carries ids
 * and no list positions, at most 64 bytes of UTF-8 (Telegram's limit); absent when it
 * opens an address
 * @param link {@code https} address that it opens; absent when it has an action
 */
public record Button(String label, @JsonInclude(Include.NON_NULL) @Nullable String action,
		@JsonInclude(Include.NON_NULL) @Nullable String link) {

	public Button {
		Refuse.blank(label, "label");
		Refuse.outside(label.length(), 1, 64, "length of label");
		if ((action == null) == (link == null)) {
			throw new IllegalArgumentException("a button has either an action or a link");
		}
		if (action != null) {
			refuseNonsense(action);
		}
		if (link != null && !link.startsWith("https://")) {
			throw new IllegalArgumentException("no https address: " + link);
		}
	}

	private static void refuseNonsense(String action) {
		Refuse.blank(action, "action");
		Refuse.longerThan(64, action, "action");
		if (Domain.of(action).isEmpty() || !action.contains(":")) {
			throw new IllegalArgumentException("action has no domain: " + action);
		}
	}

	/** A button that tells its domain. */
	public Button(String label, String action) {
		this(label, action, null);
	}

	/** A button that opens an address. */
	public static Button opening(String label, String link) {
		return new Button(label, null, link);
	}

}
