package studio.avatar.training.photo;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

import studio.avatar.common.contract.ChatEvent.SentPhoto;
import studio.avatar.common.contract.MediaRef;

/** A photo sent for an avatar: received, then accepted or refused, once. */
@Entity
class Photo {

	/** Where a photo stands. */
	enum Status {

		RECEIVED, ACCEPTED, REFUSED

	}

	@Id
	private UUID id;

	private UUID avatarId;

	private UUID batchId;

	private UUID sittingId;

	private int position;

	private Instant receivedAt;

	@Enumerated(EnumType.STRING)
	private Status status;

	private @Nullable String fileName;

	private @Nullable MediaRef original;

	private @Nullable String sha256;

	private @Nullable MediaRef normalised;

	private @Nullable Integer number;

	@Enumerated(EnumType.STRING)
	private @Nullable PhotoFault fault;

	private @Nullable Integer duplicateOf;

	private @Nullable Integer width;

	private @Nullable Integer height;

	@Version
	private @Nullable Long version;

	@SuppressWarnings("NullAway.Init")
	protected Photo() {
	}

	/**
	 * A photo that has just come.
	 * @param batchId the message or album it came with
	 * @param sittingId the summary it is told in
	 * @param position place in that summary, from 1
	 */
	Photo(UUID id, UUID avatarId, UUID batchId, UUID sittingId, int position, SentPhoto sent, Instant now) {
		this.id = id;
		this.avatarId = avatarId;
		this.batchId = batchId;
		this.sittingId = sittingId;
		this.position = position;
		this.receivedAt = now;
		this.fileName = sent.fileName();
		this.original = sent.file();
		this.sha256 = (sent.file() != null) ? sent.file().sha256() : null;
		this.status = Status.RECEIVED;
		if (sent.refused() != null) {
			refuse(PhotoFault.of(sent.refused()));
		}
	}

	/** It will be trained with, as the avatar's photo of this number. */
	void accept(int number, MediaRef normalised) {
		requireReceived();
		this.status = Status.ACCEPTED;
		this.number = number;
		this.normalised = normalised;
		this.width = normalised.width();
		this.height = normalised.height();
	}

	void refuse(PhotoFault fault) {
		requireReceived();
		this.status = Status.REFUSED;
		this.fault = fault;
	}

	void refuse(Finding.Bad finding) {
		refuse(finding.fault());
		if (finding.width() > 0) {
			this.width = finding.width();
			this.height = finding.height();
		}
	}

	/**
	 * The very same file was judged before: accepted it is a duplicate, refused it is
	 * refused again.
	 */
	void refuseLike(Photo former) {
		refuse((former.status == Status.ACCEPTED) ? PhotoFault.DUPLICATE : Objects.requireNonNull(former.fault));
		this.duplicateOf = former.number;
		this.width = former.width;
		this.height = former.height;
	}

	private void requireReceived() {
		if (this.status != Status.RECEIVED) {
			throw new IllegalStateException("photo %s is %s already".formatted(this.id, this.status));
		}
	}

	UUID id() {
		return this.id;
	}

	UUID avatarId() {
		return this.avatarId;
	}

	UUID sittingId() {
		return this.sittingId;
	}

	int position() {
		return this.position;
	}

	Instant receivedAt() {
		return this.receivedAt;
	}

	Status status() {
		return this.status;
	}

	@Nullable String fileName() {
		return this.fileName;
	}

	/** As it was sent; absent when the gateway could not take it. */
	@Nullable MediaRef original() {
		return this.original;
	}

	@Nullable String sha256() {
		return this.sha256;
	}

	/** As it is kept; absent unless accepted. */
	@Nullable MediaRef normalised() {
		return this.normalised;
	}

	/** Why it is refused; absent unless it is. */
	@Nullable PhotoFault fault() {
		return this.fault;
	}

	/** Number of the photo it is the same as; absent unless it is a duplicate. */
	@Nullable Integer duplicateOf() {
		return this.duplicateOf;
	}

	/** Pixels; absent when not known. */
	@Nullable Integer width() {
		return this.width;
	}

	/** Pixels; absent when not known. */
	@Nullable Integer height() {
		return this.height;
	}

}
