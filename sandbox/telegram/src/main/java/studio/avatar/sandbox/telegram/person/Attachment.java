package studio.avatar.sandbox.telegram.person;

import org.jspecify.annotations.Nullable;

/**
 * A file that a person sends as it is.
 */
public record Attachment(String fileName, @Nullable String mimeType, byte[] content) {

	public Attachment {
		if (fileName.isBlank()) {
			throw new IllegalArgumentException("a file needs a name");
		}
	}

}
