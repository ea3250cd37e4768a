package studio.avatar.training.run;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.avatar.common.text.Texts;

import static org.assertj.core.api.Assertions.assertThat;

class ReasonTests {

	@ParameterizedTest
	@EnumSource
	void aReasonIsToldInWords(Reason reason) {
		assertThat(new Texts("texts").has("run.reason." + reason)).isTrue();
	}

	@Test
	void refusedContentIsAboutThePhotos() {
		assertThat(Reason.ofProvider("content_policy_violation")).isEqualTo(Reason.PHOTOS_REFUSED);
		assertThat(Reason.ofProvider("internal_server_error")).isEqualTo(Reason.PROVIDER_FAILED);
	}

}
