package studio.avatar.console.story;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import studio.avatar.common.messaging.Place;
import studio.avatar.console.archive.ArchivedRecord;
import studio.avatar.console.story.Drawing.Arrow;
import studio.avatar.console.story.Drawing.Row;

import static org.assertj.core.api.Assertions.assertThat;

class LayoutTests {

	@Test
	void arrowsGoFromWhoSaidItToEachWhoHearsIt() {
		Drawing drawing = draw(StoryRecords.said("training.events", 1, "training", "avatar.ready", 0));
		int training = drawing.lanes().get(Lane.TRAINING);
		assertThat(drawing.rows().getFirst().arrows()).containsExactly(
				new Arrow(training, drawing.lanes().get(Lane.GENERATION), false),
				new Arrow(training, drawing.lanes().get(Lane.GALLERY), false));
	}

	@Test
	void lanesStandInTheirOrderAndWithinThePicture() {
		Drawing drawing = draw(StoryRecords.said("chat.gallery", 1, "gateway", "chat.text-entered", 0),
				StoryRecords.said("chat.replies", 2, "gallery", "reply.show-card", 10));
		assertThat(drawing.lanes().keySet()).containsExactly(Lane.PERSON, Lane.GATEWAY, Lane.GALLERY);
		assertThat(List.copyOf(drawing.lanes().values())).isSorted()
			.allMatch((x) -> x > Layout.TIMES && x < drawing.width());
	}

	@Test
	void thePersonIsReachedThroughTheGateway() {
		Drawing drawing = draw(StoryRecords.said("chat.gallery", 1, "gateway", "chat.text-entered", 0),
				StoryRecords.said("chat.replies", 2, "gallery", "reply.show-card", 10));
		int person = drawing.lanes().get(Lane.PERSON);
		int gateway = drawing.lanes().get(Lane.GATEWAY);
		assertThat(drawing.rows()).extracting(Row::person)
			.containsExactly(new Arrow(person, gateway, false), new Arrow(gateway, person, false));
	}

	@Test
	void onlyTheHearerWhoParkedItIsRed() {
		Story story = Telling.of("s", List.of(StoryRecords.said("training.events", 1, "training", "avatar.ready", 0)),
				Map.of(new Place("training.events", 0, 1), Set.of(Lane.GALLERY)));
		assertThat(Layout.of(story).rows().getFirst().arrows()).extracting(Arrow::parked).containsExactly(false, true);
	}

	@Test
	void aLongWaitIsSeen() {
		Drawing drawing = draw(StoryRecords.said("chat.gallery", 1, "gateway", "a", 0),
				StoryRecords.said("chat.gallery", 2, "gateway", "b", 10),
				StoryRecords.said("chat.gallery", 3, "gateway", "c", 60_000));
		List<Integer> lines = drawing.rows().stream().map(Row::y).toList();
		assertThat(lines.get(2) - lines.get(1)).isGreaterThan(lines.get(1) - lines.get(0));
	}

	@Test
	void aLongStoryNamesItsLanesAgainAndNeverDrawsOneStepOverAnother() {
		Drawing drawing = draw(LongStream.range(0, 300)
			.mapToObj((at) -> StoryRecords.said("chat.gallery", at, "gateway", "chat.text-entered", at))
			.toArray(ArchivedRecord[]::new));
		assertThat(drawing.heads()).hasSize(300 / Layout.ROWS_BELOW_A_HEAD);
		List<Integer> lines = drawing.rows().stream().map(Row::y).toList();
		for (int at = 1; at < lines.size(); at++) {
			assertThat(lines.get(at) - lines.get(at - 1)).isGreaterThanOrEqualTo(Layout.ROW);
		}
		assertThat(drawing.height()).isGreaterThan(lines.getLast());
	}

	@Test
	void aLongNameIsCutToItsRoom() {
		Drawing drawing = draw(StoryRecords.said("chat.gallery", 1, "gateway", "x".repeat(400), 0));
		assertThat(drawing.rows().getFirst().label().text()).hasSizeLessThan(40).endsWith("…");
	}

	private static Drawing draw(ArchivedRecord... records) {
		return Layout.of(Telling.of("story", List.of(records), Map.of()));
	}

}
