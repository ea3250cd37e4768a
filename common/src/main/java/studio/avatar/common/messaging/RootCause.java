package studio.avatar.common.messaging;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Objects;
import java.util.stream.Collectors;

import org.springframework.core.NestedExceptionUtils;

/**
 * Why a record failed, below the wrappers of the messaging framework, in a form that fits
 * into headers.
 *
 * @param type class of the innermost exception
 * @param message what it said, at most 500 characters
 * @param fingerprint 16 hex digits, equal for failures of the same kind at the same place
 * in our code
 * @param stackTrace at most 2 KB, our own frames first
 */
record RootCause(String type, String message, String fingerprint, String stackTrace) {

	private static final int MESSAGE_CHARACTERS = 500;

	private static final int STACK_TRACE_BYTES = 2048;

	private static final String OURS = "studio.avatar.";

	static RootCause of(Throwable failure) {
		Throwable root = NestedExceptionUtils.getMostSpecificCause(failure);
		String type = root.getClass().getName();
		String message = Objects.requireNonNullElse(root.getMessage(), "");
		return new RootCause(type, message.substring(0, Math.min(MESSAGE_CHARACTERS, message.length())),
				hash(type + '|' + place(root)), shorten(trace(root)));
	}

	/**
	 * The innermost of our own methods, without its line: the line moves with every edit,
	 * the method seldom.
	 */
	private static String place(Throwable root) {
		return Arrays.stream(root.getStackTrace())
			.filter((frame) -> frame.getClassName().startsWith(OURS))
			.findFirst()
			.map((frame) -> frame.getClassName() + '.' + frame.getMethodName())
			.orElse("");
	}

	/** Our own frames stand first, since a framework's easily fill the room there is. */
	private static String trace(Throwable root) {
		return root.getClass().getName() + Arrays.stream(root.getStackTrace())
			.sorted(Comparator.comparing((frame) -> !frame.getClassName().startsWith(OURS)))
			.map((frame) -> "\n at " + frame)
			.collect(Collectors.joining());
	}

	private static String shorten(String text) {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		return (bytes.length <= STACK_TRACE_BYTES) ? text
				: new String(bytes, 0, STACK_TRACE_BYTES - 4, StandardCharsets.UTF_8);
	}

	private static String hash(String text) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest, 0, 8);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
