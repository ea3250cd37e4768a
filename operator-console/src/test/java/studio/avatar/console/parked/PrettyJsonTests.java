package studio.avatar.console.parked;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PrettyJsonTests {

	@Test
	void numbersStayAsTheyStand() {
		String numbers = "{\"price\":1.10,\"seed\":0.1234567890123456789,\"large\":123456789012345678901}";
		assertThat(PrettyJson.of(numbers).text().replaceAll("\\s", "")).isEqualTo(numbers);
	}

	@Test
	void whatSaysANameTwiceIsShownAsItIs() {
		assertThat(PrettyJson.of("{\"a\":1,\"a\":2}").text()).isEqualTo("{\"a\":1,\"a\":2}");
	}

	@Test
	void whatIsNoJsonIsShownAsItIs() {
		assertThat(PrettyJson.of("{\"a\":")).isEqualTo(new PrettyJson("{\"a\":", true));
	}

	@Test
	void deepJsonIsCutWhileItIsIndented() {
		String deep = "[".repeat(400) + "1,".repeat(200_000) + "1" + "]".repeat(400);
		PrettyJson pretty = PrettyJson.of(deep);
		assertThat(pretty.whole()).isFalse();
		assertThat(pretty.text()).hasSize(200_000);
	}

}
