package studio.avatar.console.parked;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PlainTextTests {

	@Test
	void textInAnyScriptSaysAllOfItsBytes() {
		assertThat(PlainText.isExact("{\"name\":\"Зима ❄ 🎿\"}".getBytes(StandardCharsets.UTF_8))).isTrue();
		assertThat(PlainText.isExact(null)).isTrue();
	}

	@Test
	void bytesThatAreNoTextAreNotSaidByIt() {
		assertThat(PlainText.isExact(new byte[] { '"', (byte) 0xff, '"' })).isFalse();
		assertThat(PlainText.isExact(new byte[] { '"', 0, '"' })).isFalse();
	}

}
