package studio.avatar.common.talk;

import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import studio.avatar.common.contract.ChatEvent.ButtonPressed;
import studio.avatar.common.contract.Origin;

import static org.assertj.core.api.Assertions.assertThat;

class PressedIdTests {

	private static final String ID = "11111111-2222-3333-4444-555555555555";

	@Test
	void theIdStandsBehindTheVerb() {
		assertThat(PressedId.of(press("gallery:prompt:" + ID + ":2"))).contains(UUID.fromString(ID));
	}

	@ParameterizedTest
	@ValueSource(strings = { "gallery:open", "gallery:image:17", "gallery:image:' or 1=1 --" })
	void whatIsNoIdIsNoneAndNeverAnError(String action) {
		assertThat(PressedId.of(press(action))).isEmpty();
	}

	private static ButtonPressed press(String action) {
		return new ButtonPressed(new Origin(1, 1, "en", "UTC", 1L), action, "press");
	}

}
