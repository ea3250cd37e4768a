package studio.avatar.console.explorer;

import java.io.IOException;
import java.io.Writer;

/**
 * Takes so many characters and then refuses: indenting deep JSON would make a hundred
 * megabytes of one.
 */
class BoundedText extends Writer {

	private final StringBuilder text = new StringBuilder();

	private final int longest;

	BoundedText(int longest) {
		this.longest = longest;
	}

	@Override
	public void write(char[] letters, int from, int length) throws IOException {
		int room = Math.min(length, this.longest - this.text.length());
		this.text.append(letters, from, room);
		if (room < length) {
			throw new IOException("longer than %d characters".formatted(this.longest));
		}
	}

	@Override
	public void flush() {
	}

	@Override
	public void close() {
	}

	@Override
	public String toString() {
		return this.text.toString();
	}

}
