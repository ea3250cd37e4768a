package studio.avatar.sandbox.launch.bench;

import java.util.Optional;

import studio.avatar.sandbox.telegram.SimulatedMessage;
import studio.avatar.sandbox.telegram.SimulatedPerson;

/** Somebody who reads before pressing. */
record Guest(SimulatedPerson person) {

	void says(String text) {
		this.person.sends(text);
	}

	/**
	 * Presses the newest button whose label begins like this, as soon as there is one.
	 */
	void presses(String beginning) {
		Waiting.until("there is a button " + beginning, () -> with(beginning).isPresent());
		SimulatedMessage message = with(beginning).orElseThrow();
		this.person.presses(message, label(message, beginning).orElseThrow());
	}

	/** Waits until these are the bot's last words. */
	void reads(String words) {
		Waiting.until("the bot says " + words,
				() -> this.person.lastFromBot()
					.filter((message) -> String.valueOf(message.text()).contains(words))
					.isPresent());
	}

	private Optional<SimulatedMessage> with(String beginning) {
		return this.person.messages()
			.reversed()
			.stream()
			.filter((message) -> label(message, beginning).isPresent())
			.findFirst();
	}

	private static Optional<String> label(SimulatedMessage message, String beginning) {
		return message.labels().stream().filter((label) -> label.startsWith(beginning)).findFirst();
	}

}
