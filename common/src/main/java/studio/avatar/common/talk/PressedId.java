package studio.avatar.common.talk;

import java.util.Optional;
import java.util.UUID;

import studio.avatar.common.contract.ChatEvent.ButtonPressed;

/** The id that a button's action, or an expectation's name, carries behind its verb. */
public final class PressedId {

	private PressedId() {
	}

	/** Empty when there is none, or something that is no id. */
	public static Optional<UUID> of(ButtonPressed press) {
		return parse(press.part(2));
	}

	/** Empty for text that is no id. */
	public static Optional<UUID> parse(String text) {
		try {
			return Optional.of(UUID.fromString(text));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

}
