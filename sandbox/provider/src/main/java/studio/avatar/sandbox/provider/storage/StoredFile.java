package studio.avatar.sandbox.provider.storage;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A file at the provider.
 *
 * @param id first part of its public path
 * @param name last part of its public path
 * @param contentType as announced, or as sent with the bytes
 * @param createdAt when it was announced
 * @param lifecycle the life its owner asked for, as sent; absent means for ever
 * @param expiresAt from then on it is gone
 */
public record StoredFile(String id, String name, String contentType, Instant createdAt, @Nullable String lifecycle,
		@Nullable Instant expiresAt) {

	boolean goneAt(Instant now) {
		return this.expiresAt != null && !now.isBefore(this.expiresAt);
	}

	StoredFile ofType(String contentType) {
		return new StoredFile(this.id, this.name, contentType, this.createdAt, this.lifecycle, this.expiresAt);
	}

}
