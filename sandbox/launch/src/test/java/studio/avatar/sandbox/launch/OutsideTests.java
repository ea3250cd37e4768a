package studio.avatar.sandbox.launch;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OutsideTests {

	@Test
	void anEmptyEnvironmentNamesNothing() {
		Outside outside = new Outside(Map.of());

		assertThat(outside.hasTelegram() || outside.hasFal() || outside.hasLlm() || outside.hasBroker()
				|| outside.hasDatabase())
			.isFalse();
	}

	@Test
	void aTokenAloneMeansTheRealTelegram() {
		assertThat(new Outside(Map.of("TELEGRAM_BOT_TOKEN", "1:a")).hasTelegram()).isTrue();
	}

	@Test
	void aBlankKeyIsNoKey() {
		assertThat(new Outside(Map.of("FAL_KEY", " ")).hasFal()).isFalse();
	}

	@Test
	void aKeyOrAnAddressMeansTheRealProvider() {
		assertThat(new Outside(Map.of("FAL_KEY", "k")).hasFal()).isTrue();
		assertThat(new Outside(Map.of("FAL_QUEUE_URL", "http://127.0.0.1:1")).hasFal()).isTrue();
	}

	@Test
	void oneRealPartLeavesTheOthersSimulated() {
		Outside outside = new Outside(Map.of("LLM_API_KEY", "k"));

		assertThat(outside.hasLlm()).isTrue();
		assertThat(outside.hasFal()).isFalse();
	}

	@Test
	void aTelegramAddressWithoutATokenIsRefused() {
		assertThatThrownBy(() -> new Outside(Map.of("TELEGRAM_API_URL", "http://127.0.0.1:1")))
			.isInstanceOf(SandboxException.class)
			.hasMessage("TELEGRAM_API_URL is set, so TELEGRAM_BOT_TOKEN is needed too");
	}

	@Test
	void settingsOfTheServicesAreHandedOn() {
		Outside outside = new Outside(Map.of("STUDIO_REPLY_OVERALL", "100", "PATH", "elsewhere"));

		assertThat(outside.valuesOf("STUDIO_")).containsOnlyKeys("STUDIO_REPLY_OVERALL");
	}

}
