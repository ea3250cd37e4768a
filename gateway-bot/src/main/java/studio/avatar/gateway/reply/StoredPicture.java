package studio.avatar.gateway.reply;

import java.io.IOException;

import studio.avatar.common.contract.MediaRef;
import studio.avatar.common.media.MediaStore;

/** A picture as the media store keeps it. */
record StoredPicture(MediaRef file, MediaStore media) implements OutgoingFile {

	@Override
	public String fingerprint() {
		return this.file.sha256();
	}

	/** The last part of its key. */
	@Override
	public String name() {
		return this.file.key().substring(this.file.key().lastIndexOf('/') + 1);
	}

	@Override
	public String contentType() {
		return this.file.contentType();
	}

	@Override
	public byte[] read() throws IOException {
		return this.media.read(this.file);
	}

	@Override
	public boolean lasts() {
		return true;
	}

}
