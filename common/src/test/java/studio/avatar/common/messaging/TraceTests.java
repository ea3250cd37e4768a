package studio.avatar.common.messaging;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TraceTests {

	private static final String TRACEPARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

	@Test
	void aHeaderIsReadAndWritten() {
		assertThat(Trace.parse(TRACEPARENT))
			.isEqualTo(new Trace("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331"));
		assertThat(Trace.parse(TRACEPARENT).traceparent()).isEqualTo(TRACEPARENT);
	}

	@Test
	void aStepStaysInItsTrace() {
		Trace step = Trace.parse(TRACEPARENT).child();

		assertThat(step.traceId()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
		assertThat(step.spanId()).matches("[0-9a-f]{16}").isNotEqualTo("b7ad6b7169203331");
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(
			strings = { "", "damaged", "00-ABC-DEF-01", "01-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01" })
	void aMissingOrDamagedHeaderBeginsANewTrace(String header) {
		assertThat(Trace.parse(header).traceparent()).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01")
			.isNotEqualTo(Trace.parse(header).traceparent());
	}

	@Test
	void aCauseMustBeSaid() {
		assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> new Cause("c", " ", Trace.begin()));
		assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> Cause.ofUpdate(1).step(""));
	}

}
