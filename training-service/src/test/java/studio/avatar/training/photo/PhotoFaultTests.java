package studio.avatar.training.photo;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.avatar.common.text.Texts;

import static org.assertj.core.api.Assertions.assertThat;

class PhotoFaultTests {

	@ParameterizedTest
	@EnumSource
	void aFaultIsToldInWords(PhotoFault fault) {
		assertThat(new Texts("texts").has("photos.fault." + fault)).isTrue();
	}

}
