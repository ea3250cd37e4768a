package studio.avatar.gateway.retention;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import studio.avatar.common.contract.MediaRef;
import studio.avatar.common.media.MediaStore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

/** A sweep of a store that has ten old files, some of which do not go. */
class IncomingSweepTests {

	private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

	private final TroubledStore media = new TroubledStore();

	private final IncomingSweep sweep = new IncomingSweep(this.media, Clock.fixed(NOW, ZoneOffset.UTC),
			new RetentionSettings(Duration.ofDays(14), Duration.ofDays(7), Duration.ofDays(90), Duration.ofDays(14),
					Duration.ofHours(1)));

	@Test
	void aFileThatCannotGoDoesNotKeepThoseBehindIt() throws IOException {
		for (int file : new int[] { 1, 2, 4, 5 }) {
			this.media.troubles.put("incoming/" + file, new IOException("somebody reads it"));
		}

		int gone = this.sweep.sweep();

		assertThat(gone).isEqualTo(6);
		assertThat(this.media.asked).hasSize(10);
	}

	@Test
	void aStoreThatLetsNothingGoIsLeftAlone() {
		IntStream.range(0, 10)
			.forEach((file) -> this.media.troubles.put("incoming/" + file, new IOException("store does not answer")));

		assertThatIOException().isThrownBy(this.sweep::sweep).withMessage("store does not answer");

		assertThat(this.media.asked).containsExactly("incoming/0", "incoming/1", "incoming/2");
	}

	@Test
	void whoeverIsInterruptedGoesAtOnce() {
		this.media.troubles.put("incoming/1", new InterruptedIOException());

		assertThatExceptionOfType(InterruptedIOException.class).isThrownBy(this.sweep::sweep);

		assertThat(this.media.asked).containsExactly("incoming/0", "incoming/1");
	}

	@Test
	void whatNobodyHasWrittenToForAnHourIsCleared() throws IOException {
		this.sweep.clearUnfinished();

		assertThat(this.media.clearedBefore).isEqualTo(NOW.minus(Duration.ofHours(1)));
	}

	private static final class TroubledStore implements MediaStore {

		final Map<String, IOException> troubles = new HashMap<>();

		final List<String> asked = new ArrayList<>();

		@Nullable Instant clearedBefore;

		@Override
		public void delete(String key) throws IOException {
			this.asked.add(key);
			IOException trouble = this.troubles.get(key);
			if (trouble != null) {
				throw trouble;
			}
		}

		@Override
		public Page list(String prefix, String after, int most) {
			return new Page(
					IntStream.range(0, 10).mapToObj((file) -> new Kept(prefix + file, Instant.EPOCH, 1)).toList(),
					null);
		}

		@Override
		public int clearUnfinished(Instant before) {
			this.clearedBefore = before;
			return 1;
		}

		@Override
		public MediaRef put(String key, String contentType, InputStream content, @Nullable ImageSize image) {
			throw new UnsupportedOperationException();
		}

		@Override
		public InputStream open(MediaRef file) {
			throw new UnsupportedOperationException();
		}

		@Override
		public boolean holds(MediaRef file) {
			throw new UnsupportedOperationException();
		}

	}

}
