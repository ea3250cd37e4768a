package studio.avatar.console.archive;

import java.time.Duration;
import java.util.Set;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What the archive may be set to. */
class ArchiveSettingsTests {

	@Test
	void nothingIsKeptLongerThanServicesKnowWhatTheyHaveHandled() {
		assertThat(complaintsOf(99)).isEmpty();
		assertThat(complaintsOf(100)).isNotEmpty();
		assertThat(complaintsOf(0)).isNotEmpty();
	}

	private static Set<ConstraintViolation<ArchiveSettings>> complaintsOf(int retentionDays) {
		try (ValidatorFactory factory = Validation.buildDefaultValidatorFactory()) {
			return factory.getValidator().validate(new ArchiveSettings(retentionDays, Duration.ofSeconds(5)));
		}
	}

}
