package studio.avatar.sandbox.telegram;

import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A message as the person sees it at one moment.
 *
 * @param text text or caption
 * @param entities {@code MessageEntity} objects of the text or caption; an empty array
 * when there are none
 * @param keyboard rows of inline buttons; empty when there are none
 * @param photoFileId file id of the largest photo size, or of the document
 * @param documentName file name of the document; absent for a photo
 * @param mediaGroupId the album it belongs to
 * @param editions how often it was edited; 0 for a fresh one
 * @param date when it was sent, whole seconds
 * @param invoice what it asks Stars for
 */
public record SimulatedMessage(long messageId, boolean fromBot, @Nullable String text, JsonNode entities,
		List<List<SimulatedButton>> keyboard, @Nullable String photoFileId, @Nullable String documentName,
		@Nullable String mediaGroupId, int editions, Instant date, @Nullable SimulatedInvoice invoice) {

	public SimulatedMessage {
		keyboard = keyboard.stream().map(List::copyOf).toList();
	}

	/**
	 * The button with exactly that label.
	 * @throws NoSuchElementException when there is none; says which there are
	 */
	public SimulatedButton button(String label) {
		return this.keyboard.stream()
			.flatMap(List::stream)
			.filter((button) -> button.label().equals(label))
			.findFirst()
			.orElseThrow(() -> new NoSuchElementException("no button '" + label + "', there are " + labels()));
	}

	/**
	 * The labels of all buttons, row by row.
	 */
	public List<String> labels() {
		return this.keyboard.stream().flatMap(List::stream).map(SimulatedButton::label).toList();
	}

}
