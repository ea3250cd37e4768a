package studio.avatar.gateway;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.env.StandardEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/** The health says what is wrong only where strangers cannot ask. */
class HealthDetailsTests {

	@Test
	void inContainersTheHealthSaysWhatIsWrong() {
		assertThat(detailsWith("compose")).isEqualTo("always");
	}

	@Test
	void beforeStrangersItSaysOnlyWhichPart() {
		assertThat(detailsWith("sandbox")).isNull();
	}

	private static @Nullable String detailsWith(String profile) {
		StandardEnvironment environment = new StandardEnvironment();
		ConfigDataEnvironmentPostProcessor.applyTo(environment, null, null, profile);
		return environment.getProperty("management.endpoint.health.show-details");
	}

}
