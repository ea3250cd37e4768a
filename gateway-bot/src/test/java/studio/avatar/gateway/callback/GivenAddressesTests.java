package studio.avatar.gateway.callback;

import java.time.Duration;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import studio.avatar.common.contract.ServiceName;
import studio.avatar.common.provider.CallbackProofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class GivenAddressesTests {

	private static final String SECRET = "sixteen letters!";

	private static final String JOB = "0a0b0c0d-0000-4000-8000-000000000001";

	private static final String PROOF = CallbackProofs.bySecret(SECRET)
		.proof(ServiceName.TRAINING, UUID.fromString(JOB));

	@Test
	void whoeverKnowsTheSecretFindsOnlyAddressesThatAreOurs() {
		GivenAddresses addresses = addresses(SECRET);

		assertThat(addresses.find("training", JOB, PROOF)).isPresent();
		assertThat(addresses.find("generation", JOB, PROOF)).isEmpty();
		assertThat(addresses.find("training", UUID.randomUUID().toString(), PROOF)).isEmpty();
		assertThat(addresses.find("training", JOB, "p".repeat(43))).isEmpty();
		assertThat(addresses.find("training", JOB, null)).isEmpty();
	}

	@Test
	void addressesThatAreOursNeedNoLimit() {
		GivenAddresses addresses = addresses(SECRET);

		for (int i = 0; i < 10; i++) {
			assertThat(addresses.mayHear(somewhere(), "one request")).isTrue();
		}
	}

	@Test
	void withoutTheSecretOneRequestIsToldAtThreeAddresses() {
		GivenAddresses addresses = addresses(" ");
		CalledAddress first = somewhere();
		assertThat(addresses.mayHear(first, "one request")).isTrue();
		assertThat(addresses.mayHear(somewhere(), "one request")).isTrue();
		assertThat(addresses.mayHear(somewhere(), "one request")).isTrue();

		assertThat(addresses.mayHear(somewhere(), "one request")).isFalse();

		assertThat(addresses.mayHear(first, "one request")).as("it comes again").isTrue();
		assertThat(addresses.mayHear(somewhere(), "another request")).isTrue();
	}

	@Test
	void aBoundedNumberOfRequestsIsRemembered() {
		GivenAddresses addresses = addresses(null);
		for (int i = 0; i < GivenAddresses.MOST_FOR_A_REQUEST; i++) {
			addresses.mayHear(somewhere(), "forgotten");
		}

		for (int i = 0; i < GivenAddresses.REQUESTS_REMEMBERED; i++) {
			addresses.mayHear(somewhere(), "request " + i);
		}

		assertThat(addresses.mayHear(somewhere(), "forgotten")).isTrue();
	}

	@Test
	void aSecretThatCanBeGuessedIsRefusedAtTheStart() {
		assertThatIllegalArgumentException().isThrownBy(() -> addresses("fifteen letters"))
			.withMessageContaining("FAL_WEBHOOK_SECRET");
	}

	private static CalledAddress somewhere() {
		return new CalledAddress(ServiceName.TRAINING, UUID.randomUUID(), "p".repeat(43));
	}

	private static GivenAddresses addresses(@Nullable String secret) {
		return new GivenAddresses(CallbackCheckTests.settings(Duration.ofMinutes(1), secret));
	}

}
