package studio.avatar.console.story;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import studio.avatar.common.messaging.Place;
import studio.avatar.console.archive.ArchivedRecord;

import static org.assertj.core.api.Assertions.assertThat;

class TellingTests {

	private static final List<ArchivedRecord> PICTURE = List.of(
			StoryRecords.said("generation.events", 3, "generation", "generation.completed", 4_000),
			StoryRecords.said("chat.generation", 1, "gateway", "chat.button-pressed", 0),
			StoryRecords.said("credits.requests", 2, "generation", "credits.hold", 30),
			StoryRecords.replayed("chat.replies", 4, "generation", "reply.show-album", 4_000));

	@Test
	void stepsStandInTheOrderTheyWereSaid() {
		Story story = tell(Map.of());
		assertThat(story.steps()).extracting((step) -> step.place().offset()).containsExactly(1L, 2L, 4L, 3L);
		assertThat(story.steps()).extracting(Step::since)
			.containsExactly(Duration.ZERO, Duration.ofMillis(30), Duration.ofMillis(3_970), Duration.ZERO);
		assertThat(story.lasted()).isEqualTo(Duration.ofSeconds(4));
	}

	@Test
	void everyHearerOfTheTopicIsTold() {
		assertThat(tell(Map.of()).steps()).extracting(Step::to)
			.containsExactly(List.of(Lane.GENERATION), List.of(Lane.GATEWAY), List.of(Lane.GATEWAY),
					List.of(Lane.GALLERY));
	}

	@Test
	void onlyThoseItConcernsHaveALane() {
		assertThat(tell(Map.of()).lanes()).containsExactly(Lane.PERSON, Lane.GATEWAY, Lane.GENERATION, Lane.GALLERY);
	}

	@Test
	void thePersonActsAndSeesInTheChatOnly() {
		assertThat(tell(Map.of()).steps()).extracting(Step::person).containsExactly(true, false, true, false);
	}

	@Test
	void whatIsParkedAndWhatAReplayLedToIsMarked() {
		Story story = tell(Map.of(new Place("generation.events", 0, 3), Set.of(Lane.GALLERY)));
		assertThat(story.steps()).extracting(Step::parked).containsExactly(false, false, false, true);
		assertThat(story.steps()).extracting(Step::replayed).containsExactly(false, false, true, false);
	}

	@Test
	void aRecordOfNobodyKnownStillHasItsPlace() {
		Story story = Telling.of("story", List.of(StoryRecords.said("no.topic", 1, null, "odd", 0)), Map.of());
		assertThat(story.lanes()).containsExactly(Lane.SOMEBODY);
		assertThat(story.steps().getFirst().to()).isEmpty();
	}

	private static Story tell(Map<Place, Set<Lane>> parked) {
		return Telling.of("story", PICTURE, parked);
	}

}
