package studio.avatar.gateway.callback;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.util.unit.DataSize;

import studio.avatar.gateway.callback.CallbackCheck.Found;

import static org.assertj.core.api.Assertions.assertThat;

class CallbackCheckTests {

	private static final byte[] BODY = "{\"request_id\": \"%s\", \"status\": \"OK\", \"payload\": {\"ä\": 1}}"
		.formatted(ProviderWithKeys.REQUEST)
		.getBytes(StandardCharsets.UTF_8);

	private static final Found PROVED = new Found.Proved(new Said(ProviderWithKeys.REQUEST, true));

	private final ProviderWithKeys provider = new ProviderWithKeys();

	private final CallbackCheck check = check(Duration.ZERO);

	@Test
	void whatTheProviderSignedIsBelieved() {
		assertThat(check(this.provider.signs(BODY), BODY)).isEqualTo(PROVED);
	}

	@Test
	void aFailureIsBelievedAsOne() {
		byte[] failed = new String(BODY, StandardCharsets.UTF_8).replace("\"OK\"", "\"ERROR\"")
			.getBytes(StandardCharsets.UTF_8);

		assertThat(check(this.provider.signs(failed), failed))
			.isEqualTo(new Found.Proved(new Said(ProviderWithKeys.REQUEST, false)));
	}

	@ParameterizedTest
	@CsvSource({ "Request-Id,0a1b2c3d-0000-4000-8000-000000000002", "User-Id,user-2", "Timestamp,1795342531" })
	void nothingThatIsSignedCanBeChanged(String header, String other) {
		HttpHeaders headers = this.provider.signs(BODY);
		headers.set("X-Fal-Webhook-" + header, other);

		assertThat(check(headers, BODY)).isEqualTo(refused(Verdict.FORGED));
	}

	@Test
	void notOneByteOfTheBodyCanBeChanged() {
		HttpHeaders headers = this.provider.signs(BODY);

		assertThat(IntStream.range(0, BODY.length).mapToObj((place) -> check(headers, changed(BODY, place))))
			.containsOnly(refused(Verdict.FORGED));
	}

	@Test
	void aBodyThatMeansTheSameAndHasOtherBytesIsAnother() {
		byte[] spaced = new String(BODY, StandardCharsets.UTF_8).replace(": ", ":").getBytes(StandardCharsets.UTF_8);

		assertThat(check(this.provider.signs(BODY), spaced)).isEqualTo(refused(Verdict.FORGED));
	}

	@Test
	void notOneBitOfTheSignatureCanBeChanged() {
		HttpHeaders headers = this.provider.signs(BODY);
		String signature = String.valueOf(headers.getFirst("X-Fal-Webhook-Signature"));

		assertThat(IntStream.range(0, signature.length()).mapToObj((place) -> {
			char other = (signature.charAt(place) == '0') ? '1' : '0';
			headers.set("X-Fal-Webhook-Signature",
					signature.substring(0, place) + other + signature.substring(place + 1));
			return check(headers, BODY);
		})).containsOnly(refused(Verdict.FORGED));
	}

	@Test
	void aKeyOfSomebodyElseProvesNothing() {
		assertThat(check(this.provider.somebodyElseSigns(BODY), BODY)).isEqualTo(refused(Verdict.FORGED));
	}

	@ParameterizedTest
	@CsvSource({ "Request-Id,a|b", "Request-Id,''", "User-Id,two words", "Timestamp,-5", "Timestamp,soon",
			"Timestamp,9999999999999", "Signature,00", "Signature,xyz" })
	void whatCannotBeAHeaderOfTheProviderIsNotEvenChecked(String header, String value) {
		HttpHeaders headers = this.provider.signs(BODY);
		headers.set("X-Fal-Webhook-" + header, value.replace('|', '\n'));

		assertThat(Signed.of(headers)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Request-Id", "User-Id", "Timestamp", "Signature" })
	void everyHeaderStandsThereOnce(String header) {
		HttpHeaders missing = this.provider.signs(BODY);
		missing.remove("X-Fal-Webhook-" + header);
		HttpHeaders twice = this.provider.signs(BODY);
		twice.add("X-Fal-Webhook-" + header, String.valueOf(twice.getFirst("X-Fal-Webhook-" + header)));

		assertThat(Signed.of(missing)).isEmpty();
		assertThat(Signed.of(twice)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "300,true", "301,false", "-300,true", "-301,false" })
	void clocksMayDifferByFiveMinutes(int seconds, boolean believed) {
		HttpHeaders headers = this.provider.signs(BODY);

		this.provider.passes(Duration.ofSeconds(seconds));

		assertThat(check(headers, BODY)).isEqualTo(believed ? PROVED : refused(Verdict.OUT_OF_TIME));
	}

	@Test
	void aTimeOutsideOfAllTimesIsOutOfTime() {
		HttpHeaders headers = this.provider.signs(BODY);
		headers.set("X-Fal-Webhook-Timestamp", "999999999999");

		assertThat(check(headers, BODY)).isEqualTo(refused(Verdict.OUT_OF_TIME));
	}

	@Test
	void aBodyThatIsTooLargeIsNotReadToItsEnd() {
		HttpHeaders headers = this.provider.signs(BODY);
		CountedZeros endless = new CountedZeros();

		assertThat(check(headers, -1, endless)).isEqualTo(refused(Verdict.TOO_LARGE));
		assertThat(endless.read).isLessThanOrEqualTo(10_001);
		assertThat(check(headers, 10_001, InputStream.nullInputStream())).isEqualTo(refused(Verdict.TOO_LARGE));
	}

	@Test
	void whoeverSendsItsBodyByteByByteIsNotWaitedFor() {
		Dripping body = new Dripping(this.provider, Duration.ofSeconds(4));

		assertThat(check(this.provider.signs(BODY), -1, body)).isEqualTo(refused(Verdict.TOO_SLOW));
		assertThat(body.read).isEqualTo(3);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "no json", "[]", "{\"request_id\": \"1\"}",
			"{\"request_id\": \"1\", \"status\": \"MAYBE\"}", "{\"request_id\": \"../1\", \"status\": \"OK\"}" })
	void signedNonsenseIsSaidToBeNonsense(String nonsense) {
		byte[] body = nonsense.getBytes(StandardCharsets.UTF_8);

		assertThat(check(this.provider.signs(body), body)).isEqualTo(refused(Verdict.UNREADABLE));
	}

	@Test
	void nonsenseDoesNotComeAgainForHours() {
		assertThat(Verdict.UNREADABLE.status().is2xxSuccessful()).isTrue();
	}

	@Test
	void aNewKeyThatNobodyCouldLookForYetMakesNoForgery() {
		CallbackCheck seldom = check(Duration.ofMinutes(1));
		check(seldom, this.provider.signs(BODY), BODY);
		this.provider.passes(Duration.ofMinutes(2));
		check(seldom, this.provider.somebodyElseSigns(BODY), BODY);
		this.provider.rotates();

		Found early = check(seldom, this.provider.signs(BODY), BODY);

		assertThat(early).isEqualTo(refused(Verdict.NO_KEY_YET));
		assertThat(Verdict.NO_KEY_YET.status().value()).isEqualTo(503);
		this.provider.passes(Duration.ofMinutes(1));
		assertThat(check(seldom, this.provider.signs(BODY), BODY)).isEqualTo(PROVED);
	}

	@Test
	void withoutKeysNobodyIsBelievedAndNobodyIsCalledAForger() {
		this.provider.isAway(true);

		assertThat(check(this.provider.signs(BODY), BODY)).isEqualTo(refused(Verdict.NO_KEYS));
	}

	static CallbackSettings settings(Duration keysPause, @Nullable String secret) {
		return new CallbackSettings(URI.create("https://rest.fal.ai/jwks"), Duration.ofHours(6), Duration.ofHours(24),
				keysPause, Duration.ofSeconds(3), Duration.ofSeconds(300), DataSize.ofBytes(10_000),
				Duration.ofSeconds(10), 16, secret);
	}

	/**
	 * With no pause between two looks for new keys, what fits none is known to be forged.
	 */
	private CallbackCheck check(Duration keysPause) {
		CallbackSettings settings = settings(keysPause, null);
		return new CallbackCheck(new ProviderKeys(this.provider, settings, this.provider), settings, this.provider);
	}

	private Found check(HttpHeaders headers, byte[] body) {
		return check(this.check, headers, body);
	}

	private static Found check(CallbackCheck check, HttpHeaders headers, byte[] body) {
		return check(check, headers, body.length, new ByteArrayInputStream(body));
	}

	private Found check(HttpHeaders headers, long announced, InputStream body) {
		return check(this.check, headers, announced, body);
	}

	private static Found check(CallbackCheck check, HttpHeaders headers, long announced, InputStream body) {
		try {
			return check.check(Signed.of(headers).orElseThrow(), announced, body);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Found refused(Verdict why) {
		return new Found.Refused(why);
	}

	private static byte[] changed(byte[] body, int place) {
		byte[] changed = body.clone();
		changed[place] ^= 1;
		return changed;
	}

	/** A body of which one byte comes now and then. */
	private static final class Dripping extends InputStream {

		private final ProviderWithKeys clock;

		private final Duration pause;

		private int read;

		Dripping(ProviderWithKeys clock, Duration pause) {
			this.clock = clock;
			this.pause = pause;
		}

		@Override
		public int read() {
			this.clock.passes(this.pause);
			return ' ';
		}

		@Override
		public int read(byte[] bytes, int from, int most) {
			bytes[from] = (byte) read();
			this.read++;
			return 1;
		}

	}

	/** An endless body, and how much of it was read. */
	private static final class CountedZeros extends InputStream {

		private int read;

		@Override
		public int read() {
			this.read++;
			return 0;
		}

	}

}
