package studio.avatar.common.provider;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A download that ends with a failure, and not with a full disk, when it is longer than
 * expected.
 */
class LimitedDownload extends FilterInputStream {

	private long left;

	LimitedDownload(InputStream body, long mostBytes) {
		super(body);
		this.left = mostBytes;
	}

	@Override
	public int read() throws IOException {
		int next = super.read();
		count((next >= 0) ? 1 : 0);
		return next;
	}

	@Override
	public int read(byte[] buffer, int offset, int length) throws IOException {
		int read = super.read(buffer, offset, length);
		count(Math.max(0, read));
		return read;
	}

	@Override
	public boolean markSupported() {
		return false;
	}

	private void count(int read) throws DownloadTooLong {
		this.left -= read;
		if (this.left < 0) {
			throw new DownloadTooLong();
		}
	}

}
