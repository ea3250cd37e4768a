package studio.avatar.common.messaging;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PlaceTests {

	@Test
	void aPlaceIsReadAsItWasWritten() {
		Place place = new Place("some-topic.of-ours", 12, 9_000_000_000L);

		assertThat(Place.of(place.toString())).contains(place);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "", "chat.gallery", "chat.gallery-1", "chat.gallery@5", "-1@5", "a-1@99999999999999999999" })
	void anythingElseIsNone(String text) {
		assertThat(Place.of(text)).isEmpty();
		assertThat(Place.of(null)).isEmpty();
	}

}
