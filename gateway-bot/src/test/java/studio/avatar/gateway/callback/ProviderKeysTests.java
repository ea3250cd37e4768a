package studio.avatar.gateway.callback;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.json.JsonMapper;

import studio.avatar.gateway.callback.ProviderKeys.NoKeyYet;
import studio.avatar.gateway.callback.ProviderKeys.NoKeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ProviderKeysTests {

	private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);

	private final ProviderWithKeys provider = new ProviderWithKeys();

	private final ProviderKeys keys = new ProviderKeys(this.provider,
			CallbackCheckTests.settings(Duration.ofMinutes(1), null), this.provider);

	@Test
	void keysAreFetchedOnceForManyWebhooks() throws NoKeys {
		for (int i = 0; i < 100; i++) {
			assertThat(signed(this.provider.signs(BODY))).isTrue();
		}

		assertThat(this.provider.fetches()).isEqualTo(1);
	}

	@Test
	void aNewKeyIsFoundAtItsFirstWebhook() throws NoKeys {
		signed(this.provider.signs(BODY));
		this.provider.passes(Duration.ofMinutes(2));

		this.provider.rotates();

		assertThat(signed(this.provider.signs(BODY))).isTrue();
	}

	@Test
	void aThousandForgeriesFetchNoMoreThanOnceAMinute() throws NoKeys {
		signed(this.provider.signs(BODY));

		for (int second = 0; second < 300; second++) {
			this.provider.passes(Duration.ofSeconds(1));
			for (int i = 0; i < 4; i++) {
				assertThat(believed(this.provider.somebodyElseSigns(BODY))).isFalse();
			}
		}

		assertThat(this.provider.fetches()).isEqualTo(1 + 5);
	}

	@Test
	void keysOfSomeHoursAreFetchedAnew() throws NoKeys {
		signed(this.provider.signs(BODY));
		HttpHeaders old = this.provider.signs(BODY);
		this.provider.rotates();
		this.provider.forgetsOldKeys();

		this.provider.passes(Duration.ofHours(6));

		assertThat(believed(old)).as("a key that the provider has withdrawn").isFalse();
		assertThat(this.provider.fetches()).isEqualTo(2);
	}

	@Test
	void oldKeysCountForADayWhileNoneCanBeFetched() throws NoKeys {
		signed(this.provider.signs(BODY));
		this.provider.isAway(true);

		this.provider.passes(Duration.ofHours(24).minusSeconds(1));

		assertThat(signed(this.provider.signs(BODY))).isTrue();
		this.provider.passes(Duration.ofSeconds(1));
		assertThatExceptionOfType(NoKeys.class).isThrownBy(() -> signed(this.provider.signs(BODY)));
	}

	@Test
	void aProviderWithoutKeysIsAskedOnceAMinuteUntilItHasSome() throws NoKeys {
		this.provider.isAway(true);
		for (int i = 0; i < 50; i++) {
			assertThatExceptionOfType(NoKeys.class).isThrownBy(() -> signed(this.provider.signs(BODY)));
		}
		assertThat(this.provider.fetches()).isEqualTo(1);
		this.provider.isAway(false);

		this.provider.passes(Duration.ofMinutes(1));

		assertThat(signed(this.provider.signs(BODY))).isTrue();
	}

	@Test
	void keysOfOtherKindsAndDamagedOnesArePassedOver() {
		var jwks = JsonMapper.shared().readTree("""
				{"keys": [
				  {"kty": "RSA", "n": "AQAB", "e": "AQAB"},
				  {"kty": "OKP", "crv": "X25519", "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"},
				  {"kty": "OKP", "crv": "Ed25519", "x": "too-short"},
				  {"kty": "OKP", "crv": "Ed25519", "x": "???"},
				  {"kty": "OKP", "crv": "Ed25519", "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}
				]}""");

		assertThat(ProviderKey.of(jwks)).hasSize(1);
	}

	private boolean believed(HttpHeaders headers) throws NoKeys {
		try {
			return signed(headers);
		}
		catch (NoKeyYet ex) {
			return false;
		}
	}

	private boolean signed(HttpHeaders headers) throws NoKeys {
		Signed signed = Signed.of(headers).orElseThrow();
		return this.keys.signed(signed.message(sha256()), signed.signature());
	}

	private static byte[] sha256() {
		try {
			return MessageDigest.getInstance("SHA-256").digest(BODY);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
