package studio.avatar.gateway.reply;

import java.io.IOException;

import studio.avatar.common.contract.MediaRef;
import studio.avatar.common.media.MediaStore;

/**
 * A file of the media store under the name the person shall find.
 *
 * @param name with its ending
 */
record StoredDocument(MediaRef file, String name, MediaStore media) implements OutgoingFile {

	@Override
	public String fingerprint() {
		return this.file.sha256();
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
