package studio.avatar.common.media;

import java.io.InputStream;

/** As many bytes as wanted, none of them held in memory and no two stretches alike. */
final class Pattern extends InputStream {

	private final long bytes;

	private long position;

	Pattern(long bytes) {
		this.bytes = bytes;
	}

	@Override
	public int read() {
		return (this.position < this.bytes) ? next() : -1;
	}

	@Override
	public int read(byte[] to, int from, int most) {
		int count = (int) Math.min(most, this.bytes - this.position);
		for (int n = 0; n < count; n++) {
			to[from + n] = (byte) next();
		}
		return (count > 0 || most == 0) ? count : -1;
	}

	private int next() {
		long mixed = (++this.position) * 0x9E3779B97F4A7C15L;
		return (int) (mixed >>> 40) & 0xFF;
	}

}
