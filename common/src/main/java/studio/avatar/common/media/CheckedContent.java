package studio.avatar.common.media;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

import studio.avatar.common.contract.MediaRef;

/**
 * A file while it is read: its last bytes come out only when the whole is what was put
 * there. Whoever reads to the end, or as many bytes as the reference names, holds the
 * right content or an {@link IOException}; whoever stops before has no promise.
 */
final class CheckedContent extends FilterInputStream {

	private final MediaRef file;

	private final MessageDigest digest = Sha256.begin();

	private long seen;

	CheckedContent(InputStream content, MediaRef file) {
		super(content);
		this.file = file;
	}

	@Override
	public int read() throws IOException {
		byte[] one = new byte[1];
		return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xFF;
	}

	@Override
	public int read(byte[] to, int from, int most) throws IOException {
		int count = super.read(to, from, most);
		if (count < 0 && this.seen < this.file.bytes()) {
			throw new IOException("what is kept as " + this.file.key() + " broke off after " + this.seen + " bytes");
		}
		if (count > 0) {
			this.digest.update(to, from, count);
			this.seen += count;
			checkAtTheEnd();
		}
		return count;
	}

	private void checkAtTheEnd() throws IOException {
		if (this.seen > this.file.bytes() || (this.seen == this.file.bytes() && !isTheSame(this.digest))) {
			throw changed(this.file);
		}
	}

	private boolean isTheSame(MessageDigest all) {
		return HexFormat.of().formatHex(all.digest()).equals(this.file.sha256());
	}

	static IOException changed(MediaRef file) {
		return new IOException("what is kept as " + file.key() + " is not what was put there");
	}

	/** Skipped bytes would be missing in the hash. */
	@Override
	public long skip(long count) throws IOException {
		return readNBytes((int) Math.clamp(count, 0, 8192)).length;
	}

	@Override
	public boolean markSupported() {
		return false;
	}

}
