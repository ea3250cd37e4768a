package studio.avatar.gateway.callback;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.unit.DataSize;

import studio.avatar.sandbox.provider.Effect;
import studio.avatar.sandbox.provider.FalSimulator;
import studio.avatar.sandbox.provider.Fault;
import studio.avatar.sandbox.provider.Fault.Call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class JwksIT {

	private static final FalSimulator FAL = FalSimulator.start();

	private final Jwks jwks = new Jwks(settings(FAL.jwksUrl()));

	@AfterAll
	static void stop() {
		FAL.close();
	}

	@Test
	void theKeysOfTheProviderAreRead() throws IOException {
		FAL.faults().clear();
		int before = this.jwks.fetch().size();

		FAL.rotateWebhookKey();

		assertThat(this.jwks.fetch()).hasSize(before + 1);
	}

	static Stream<Effect> troubles() {
		return Stream.of(new Effect.Answer(503), new Effect.Answer(404), new Effect.Nonsense(), new Effect.Cut(false),
				new Effect.Hang(Duration.ofSeconds(3)));
	}

	@ParameterizedTest
	@MethodSource("troubles")
	void whateverIsWrongWithTheKeysIsSaidInTime(Effect trouble) {
		FAL.faults().clear();
		FAL.faults().add(Fault.next(Call.KEYS, trouble).always());
		long begin = System.nanoTime();

		assertThatIOException().isThrownBy(this.jwks::fetch).withMessageContaining("provider's keys");

		assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(2));
	}

	@Test
	void anAddressWhereNoKeysAreIsSaid() {
		FAL.faults().clear();
		Jwks elsewhere = new Jwks(settings(URI.create(FAL.controlUrl() + "/submits")));

		assertThatIOException().isThrownBy(elsewhere::fetch).withMessageContaining("no Ed25519 key");
	}

	private static CallbackSettings settings(URI url) {
		return new CallbackSettings(url, Duration.ofHours(6), Duration.ofHours(24), Duration.ofMinutes(1),
				Duration.ofSeconds(1), Duration.ofSeconds(300), DataSize.ofMegabytes(1), Duration.ofSeconds(10), 16,
				null);
	}

}
