package studio.avatar.console.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class VisitsTests {

	private Instant now = Instant.parse("2026-11-22T12:00:00Z");

	private final Visits visits = new Visits(((InstantSource) () -> this.now).withZone(ZoneOffset.UTC));

	@Test
	void aVisitIsTheFirstOncePerHourNameAndAddress() {
		assertThat(this.visits.isFirst("anna", "10.0.0.1")).isTrue();
		this.now = this.now.plus(Duration.ofMinutes(59));

		assertThat(this.visits.isFirst("anna", "10.0.0.1")).isFalse();
		assertThat(this.visits.isFirst("anna", "10.0.0.2")).isTrue();
		assertThat(this.visits.isFirst("bert", "10.0.0.1")).isTrue();

		this.now = this.now.plus(Duration.ofMinutes(2));
		assertThat(this.visits.isFirst("anna", "10.0.0.1")).isTrue();
	}

}
