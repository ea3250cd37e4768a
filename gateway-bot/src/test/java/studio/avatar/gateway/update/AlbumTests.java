package studio.avatar.gateway.update;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AlbumTests {

	private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

	private static final Instant LONG_AGO = NOW.minusSeconds(3_600);

	private static final Duration QUIET = Duration.ofMillis(600);

	@Test
	void aSingleUpdateWaitsForNothing() {
		List<StoredUpdate> waiting = List.of(update(1, null), update(2, null));

		assertThat(Album.first(waiting).parts()).containsExactly(waiting.getFirst());
		assertThat(Album.first(waiting).timeToWait(NOW, LONG_AGO, QUIET)).isZero();
	}

	@Test
	void thePartsOfAnAlbumBelongTogether() {
		List<StoredUpdate> waiting = List.of(update(1, "a"), update(2, "a"), update(3, "b"), update(4, "a"));

		assertThat(Album.first(waiting).parts()).extracting(StoredUpdate::updateId).containsExactly(1L, 2L);
	}

	@Test
	void anAlbumIsWholeWhenAMessageFollows() {
		List<StoredUpdate> waiting = List.of(update(1, "a"), update(2, "a"), update(3, null));

		assertThat(Album.first(waiting).timeToWait(NOW, LONG_AGO, QUIET)).isZero();
	}

	@Test
	void whatComesOnAWayOfItsOwnBetweenItsPartsDoesNotBreakAnAlbum() {
		List<StoredUpdate> waiting = List.of(update(1, "a"), press(2), edit(2), membership(2, "kicked"),
				membership(2, "member"), update(3, "a"));

		Album album = Album.first(waiting);

		assertThat(album.parts()).extracting(StoredUpdate::updateId).containsExactly(1L, 3L);
		assertThat(album.timeToWait(NOW, LONG_AGO, QUIET)).isEqualTo(QUIET);
	}

	@Test
	void anAlbumIsWholeWhenNoPartCameForAWhile() {
		Album album = Album.first(List.of(update(1, "a"), update(2, "a")));

		assertThat(album.timeToWait(NOW, LONG_AGO, QUIET)).isEqualTo(QUIET);
		assertThat(album.timeToWait(NOW.plus(QUIET), LONG_AGO, QUIET)).isZero();
	}

	@Test
	void aSilenceInWhichNobodyListenedDoesNotCount() {
		Album album = Album.first(List.of(update(1, "a"), update(2, "a")));
		Instant afterARestart = NOW.plusSeconds(60);

		assertThat(album.timeToWait(afterARestart, afterARestart, QUIET)).isEqualTo(QUIET);
		assertThat(album.timeToWait(afterARestart.plus(QUIET), afterARestart, QUIET)).isZero();
	}

	private static StoredUpdate update(long id, @Nullable String album) {
		return new StoredUpdate(id, album, """
				{"update_id": 1, "message": {"message_id": 1, "date": 1, "text": "x",
				 "chat": {"id": 7, "type": "private"}, "from": {"id": 7, "is_bot": false, "first_name": "A"}}}""", NOW,
				"c");
	}

	private static StoredUpdate edit(long id) {
		return new StoredUpdate(id, null, """
				{"update_id": 1, "edited_message": {"message_id": 1, "date": 1, "text": "x",
				 "chat": {"id": 7, "type": "private"}, "from": {"id": 7, "is_bot": false, "first_name": "A"}}}""", NOW,
				"c");
	}

	private static StoredUpdate membership(long id, String status) {
		return new StoredUpdate(id, null, """
				{"update_id": 1, "my_chat_member": {"date": 1, "chat": {"id": 7, "type": "private"},
				 "from": {"id": 7, "is_bot": false, "first_name": "A"},
				 "old_chat_member": {"status": "member"}, "new_chat_member": {"status": "%s"}}}""".formatted(status),
				NOW, "c");
	}

	private static StoredUpdate press(long id) {
		return new StoredUpdate(id, null, """
				{"update_id": 1, "callback_query": {"id": "1", "chat_instance": "1", "data": "menu:main",
				 "from": {"id": 7, "is_bot": false, "first_name": "A"},
				 "message": {"message_id": 1, "date": 1, "chat": {"id": 7, "type": "private"}}}}""", NOW, "c");
	}

}
