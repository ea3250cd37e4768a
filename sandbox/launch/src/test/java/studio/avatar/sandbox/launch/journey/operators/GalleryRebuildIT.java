package studio.avatar.sandbox.launch.journey.operators;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import studio.avatar.sandbox.backing.Database;
import studio.avatar.sandbox.launch.Sandbox;
import studio.avatar.sandbox.launch.ServiceProcess;
import studio.avatar.sandbox.launch.journey.OneSandbox;
import studio.avatar.sandbox.launch.journey.operators.LedReplay.Wish;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OneSandbox.class)
class GalleryRebuildIT {

	private static final List<String> GALLERY = List.of("gallery");

	@Test
	void aLostGalleryIsRebuiltFromTheArchiveToTheSameRows(Sandbox sandbox) {
		Greta.chat(sandbox);
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

	/**
	 * Tables, inbox and all: nothing of it is left. It is killed once more, since it may
	 * have begun to start on what was still there.
	 */
	private static void lose(Sandbox sandbox) {
		Database gallery = sandbox.database("gallery");
		ServiceProcess service = sandbox.service("gallery-service");
		service.killNine();
		String tables = "select string_agg('drop table ' || tablename || ' cascade', '; ') from pg_tables"
				+ " where schemaname = 'gallery'";
		Rows.execute(gallery, String.join(";", Rows.texts(gallery, tables)));
		Rows.execute(gallery, "drop function count_added, count_changed, count_removed");
		service.killNine();
		service.awaitReady();
	}

}
