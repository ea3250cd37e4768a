package studio.avatar.gateway.update;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AlbumTests {

	private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

	private static final Duration QUIET = Duration.ofMillis(600);

	@Test
	void aSingleUpdateWaitsForNothing() {
		List<StoredUpdate> waiting = List.of(update(1, null), update(2, null));

		assertThat(Album.first(waiting)).containsExactly(waiting.getFirst());
		assertThat(Album.timeToWait(waiting, Album.first(waiting), NOW, QUIET)).isZero();
	}

	@Test
	void thePartsOfAnAlbumBelongTogether() {
		List<StoredUpdate> waiting = List.of(update(1, "a"), update(2, "a"), update(3, "b"), update(4, "a"));

		assertThat(Album.first(waiting)).extracting(StoredUpdate::updateId).containsExactly(1L, 2L);
	}

	@Test
	void anAlbumIsWholeWhenSomethingElseFollows() {
		List<StoredUpdate> waiting = List.of(update(1, "a"), update(2, "a"), update(3, null));

		assertThat(Album.timeToWait(waiting, Album.first(waiting), NOW, QUIET)).isZero();
	}

	@Test
	void anAlbumIsWholeWhenNoPartCameForAWhile() {
		List<StoredUpdate> waiting = List.of(update(1, "a"), update(2, "a"));

		assertThat(Album.timeToWait(waiting, waiting, NOW, QUIET)).isEqualTo(QUIET);
		assertThat(Album.timeToWait(waiting, waiting, NOW.plus(QUIET), QUIET)).isZero();
	}

	private static StoredUpdate update(long id, @Nullable String album) {
		return new StoredUpdate(id, album, "{}", NOW, "c");
	}

}
