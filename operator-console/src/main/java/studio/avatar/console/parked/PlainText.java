package studio.avatar.console.parked;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

/** Bytes from anywhere as text that a database takes and a page shows. */
final class PlainText {

	private static final char NOT_SHOWN = '\uFFFD';

	private PlainText() {
	}

	/** As UTF-8; what is none becomes a replacement character, as does a zero. */
	static String of(byte @Nullable [] bytes) {
		return (bytes != null) ? without0(new String(bytes, StandardCharsets.UTF_8)) : "";
	}

	/** Whether their text says every one of them. */
	static boolean isExact(byte @Nullable [] bytes) {
		return bytes == null || Arrays.equals(bytes, of(bytes).getBytes(StandardCharsets.UTF_8));
	}

	/** As UTF-8, or as hexadecimal digits when it is something else. */
	static String orHex(byte @Nullable [] bytes) {
		if (bytes == null) {
			return "";
		}
		try {
			return without0(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
		}
		catch (CharacterCodingException ex) {
			return "0x" + HexFormat.of().formatHex(bytes);
		}
	}

	/** PostgreSQL keeps every character but this one. */
	static String without0(String text) {
		return text.replace('\0', NOT_SHOWN);
	}

}
