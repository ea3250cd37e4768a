package studio.avatar.console.replay;

import java.nio.charset.StandardCharsets;

/** Bytes of records as text that the database takes and a person can read. */
final class Texts {

	private Texts() {
	}

	/** Reads them as UTF-8; the character the database has not is left out. */
	static String of(byte[] bytes) {
		return new String(bytes, StandardCharsets.UTF_8).replace("\0", "");
	}

}
