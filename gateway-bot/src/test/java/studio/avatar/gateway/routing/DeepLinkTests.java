package studio.avatar.gateway.routing;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DeepLinkTests {

	@ParameterizedTest
	@CsvSource({ "'', NONE", "group, GROUP", "promo_SUMMER-26, PROMO", "ref_4000000001, REFERRAL", "promo_, UNKNOWN",
			"ref_Anna, UNKNOWN", "ref_, UNKNOWN", "group_1, UNKNOWN", "Group, UNKNOWN", "promo_a b, UNKNOWN",
			"'a\nb', UNKNOWN", "1, UNKNOWN" })
	void aLinkIsKnownByItsPayload(String payload, DeepLink link) {
		assertThat(DeepLink.of(payload)).isEqualTo(link);
	}

	@Test
	void aPayloadLongerThanTelegramAllowsIsMadeUp() {
		assertThat(DeepLink.of("promo_" + "x".repeat(59))).isEqualTo(DeepLink.UNKNOWN);
	}

}
