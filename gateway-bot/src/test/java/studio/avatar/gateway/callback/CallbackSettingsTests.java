package studio.avatar.gateway.callback;

import java.net.URI;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CallbackSettingsTests {

	@Test
	void anAddressOfTheKeysThatIsBlankCountsAsNone() {
		assertThat(bound("jwks-url", "").jwksUrl()).isEqualTo(URI.create("https://rest.fal.ai/.well-known/jwks.json"));
	}

	@ParameterizedTest
	@CsvSource({ "keys-last, 25h", "keys-fresh, 25h", "jwks-url, somewhere" })
	void whatCannotBeIsRefusedAtTheStart(String name, String value) {
		assertThatExceptionOfType(BindException.class).isThrownBy(() -> bound(name, value))
			.havingRootCause()
			.withMessageContaining("studio.callback");
	}

	private static CallbackSettings bound(String name, String value) {
		Map<String, String> settings = Map.of("studio.callback." + name, value);
		return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("studio.callback",
				CallbackSettings.class);
	}

}
