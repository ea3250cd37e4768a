package studio.avatar.sandbox.launch.journey.operators;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import studio.avatar.sandbox.backing.Database;
import studio.avatar.sandbox.launch.Sandbox;
import studio.avatar.sandbox.launch.ServiceProcess;
import studio.avatar.sandbox.launch.journey.Conversation;
import studio.avatar.sandbox.launch.journey.OneSandbox;
import studio.avatar.sandbox.launch.journey.Steps;
import studio.avatar.sandbox.launch.journey.operators.LedReplay.Wish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@ExtendWith(OneSandbox.class)
class GalleryRebuildIT {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final long GRETA = 911;

	private static final List<String> GALLERY = List.of("gallery");

	@Test
	void aLostGalleryIsRebuiltFromTheArchiveToTheSameRows(Sandbox sandbox) {
		live(sandbox);
		World before = World.atRest(sandbox);
		Map<String, List<String>> lost = Rows.of(sandbox, GALLERY);
		lose(sandbox);
		assertThat(Rows.of(sandbox, GALLERY).get("gallery.images")).isEmpty();

		LedReplay rebuild = LedReplay.plan(sandbox, Wish.all("gallery", "rebuild")).beginPreview();
		rebuild.previewed();
		rebuild.beginRun(2_000).completed();

		World.assertSameRows(Rows.of(sandbox, GALLERY), lost);
		World.atRest(sandbox).isAsIn(before);
	}

	/** One picture is a favourite; the other is deleted, brought back and deleted. */
	private static void live(Sandbox sandbox) {
		Conversation chat = new Conversation(sandbox.telegram().person(GRETA, "Greta", "en"));
		Steps.train(chat, "Greta", GRETA);
		Steps.pressCreate(chat, "skating on a frozen lake");
		chat.sees("Seed");
		chat.says("/avatars");
		Steps.pressCreate(chat, "playing chess in a park");
		await().atMost(PATIENCE).until(() -> chat.messages("Seed") == 2);
		chat.says("/gallery");
		chat.sees("1 of 2");
		chat.presses("🤍 Favourite");
		chat.reads("one of your favourites");
		chat.presses("Older");
		chat.sees("2 of 2");
		chat.presses("🗑 Delete");
		chat.presses("🗑 Yes, delete");
		chat.reads("Deleted.");
		chat.presses("↩️ Bring it back");
		chat.sees("2 of 2");
		chat.presses("🗑 Delete");
		chat.presses("🗑 Yes, delete");
		chat.sees("1 of 1");
	}

	/** Tables, inbox and all: nothing of it is left. */
	private static void lose(Sandbox sandbox) {
		Database gallery = sandbox.database("gallery");
		ServiceProcess service = sandbox.service("gallery-service");
		service.killNine();
		String tables = "select string_agg('drop table ' || tablename || ' cascade', '; ') from pg_tables"
				+ " where schemaname = 'gallery'";
		Rows.execute(gallery, String.join(";", Rows.texts(gallery, tables)));
		Rows.execute(gallery, "drop function count_added, count_changed, count_removed");
		service.awaitReady();
	}

}
