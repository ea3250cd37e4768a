package studio.avatar.console.archive;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class JsonBodyTests {

	@Test
	void wordsAreThoseOfStringsAndNumbersInAnyScript() {
		JsonBody body = JsonBody.read(Records.bytes("""
				{"prompt": "Зимний Пляж, sunset!", "seed": 4242, "tags": ["beach_2", true, null]}"""));
		assertThat(body).isNotNull();
		assertThat(body.words()).containsExactly("зимний", "пляж", "sunset", "4242", "beach_2");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "no json", "{\"a\":1} {\"b\":2}", "{\"a\":1", "[1,]", "{\"a\":\"\\u0000\"}",
			"{\"\\u0000\":1}", "{\"a\":\"\\ud800\"}", "{\"a\":1e999999}", "{\"a\":1e-99999999999}", "{a:1}",
			"\uFEFF{}" })
	void whatTheDatabaseWouldRefuseIsNoBody(String value) {
		assertThat(JsonBody.read(Records.bytes(value))).isNull();
	}

	@Test
	void bytesThatAreNoTextAreNoBody() {
		assertThat(JsonBody.read(new byte[] { '"', (byte) 0xff, (byte) 0xfe, '"' })).isNull();
		assertThat(JsonBody.read(null)).isNull();
	}

	@Test
	void nestingBeyondReasonIsNoBody() {
		assertThat(JsonBody.read(Records.bytes("[".repeat(5_000) + "]".repeat(5_000)))).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "1", "\"text\"", "null", "[]", "{\"a\":-1.5e10}", "{\"a\":\"😀\"}" })
	void anyOtherJsonIsABody(String value) {
		assertThat(JsonBody.read(Records.bytes(value))).isNotNull();
	}

}
