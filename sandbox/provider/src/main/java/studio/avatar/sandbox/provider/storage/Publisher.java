package studio.avatar.sandbox.provider.storage;

import java.io.IOException;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * Puts the files that come out of a model on the shelf and names their public addresses.
 */
public final class Publisher {

	private final Shelf shelf;

	private final FileAddresses addresses;

	public Publisher(Shelf shelf, FileAddresses addresses) {
		this.shelf = shelf;
		this.addresses = addresses;
	}

	/** A file as results name it. */
	@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
	public record Published(String url, String fileName, String contentType, long fileSize) {
	}

	public Published publish(String name, String contentType, byte[] bytes, @Nullable String lifecycle)
			throws IOException {
		StoredFile file = this.shelf.put(name, contentType, bytes, lifecycle);
		return new Published(this.addresses.of(file), name, contentType, bytes.length);
	}

}
