package studio.avatar.common.messaging;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RootCauseTests {

	@Test
	void theInnermostExceptionIsNamed() {
		RootCause cause = RootCause.of(new IllegalStateException("outer", new ArithmeticException("inner")));

		assertThat(cause.type()).isEqualTo("java.lang.ArithmeticException");
		assertThat(cause.message()).isEqualTo("inner");
		assertThat(cause.stackTrace()).startsWith("java.lang.ArithmeticException\n at ")
			.contains("RootCauseTests.theInnermostExceptionIsNamed");
	}

	@Test
	void aMessageIsAtMostFiveHundredCharactersAndMayBeAbsent() {
		assertThat(RootCause.of(new IllegalStateException("ж".repeat(501))).message()).isEqualTo("ж".repeat(500));
		assertThat(RootCause.of(new IllegalStateException()).message()).isEmpty();
	}

	@Test
	void aStackTraceIsAtMostTwoKilobytes() {
		String trace = RootCause.of(deep(500)).stackTrace();

		assertThat(trace.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(1_900, 2_048);
	}

	@Test
	void whatOurCodeDidStandsFirstInALongTrace() {
		IllegalStateException failure = deep(1);
		StackTraceElement[] frames = new StackTraceElement[200];
		java.util.Arrays.fill(frames, new StackTraceElement("org.framework.Proxy", "invoke", "Proxy.java", 1));
		frames[199] = new StackTraceElement("studio.avatar.gallery.Images", "keep", "Images.java", 7);
		failure.setStackTrace(frames);

		assertThat(RootCause.of(failure).stackTrace()).contains("studio.avatar.gallery.Images.keep");
	}

	@Test
	void failuresOfOneKindAtOnePlaceShareAFingerprint() {
		assertThat(fingerprint(deep(3))).matches("[0-9a-f]{16}").isEqualTo(fingerprint(deep(40)));
		assertThat(fingerprint(deep(3))).isNotEqualTo(fingerprint(new IllegalStateException("elsewhere")));
		assertThat(fingerprint(new IllegalArgumentException("x")))
			.isNotEqualTo(fingerprint(new ArithmeticException("x")));
	}

	private static String fingerprint(Exception failure) {
		return RootCause.of(failure).fingerprint();
	}

	private static IllegalStateException deep(int depth) {
		return (depth == 0) ? new IllegalStateException("deep") : deep(depth - 1);
	}

}
