package studio.avatar.common.contract;

/**
 * An inline button.
 *
 * @param label what stands on it, 1 to 64 characters
 * @param action callback data: starts with its {@link Domain} and a colon, carries ids
 * and no list positions, at most 64 bytes of UTF-8 (Telegram's limit)
 */
public record Button(String label, String action) {

	public Button {
		Refuse.blank(label, "label");
		Refuse.outside(label.length(), 1, 64, "length of label");
		Refuse.blank(action, "action");
		Refuse.longerThan(64, action, "action");
		if (Domain.of(action).isEmpty() || !action.contains(":")) {
			throw new IllegalArgumentException("action has no domain: " + action);
		}
	}

}
