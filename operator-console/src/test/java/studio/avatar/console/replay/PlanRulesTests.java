package studio.avatar.console.replay;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import studio.avatar.common.contract.ReplayMode;
import studio.avatar.common.contract.ServiceName;
import studio.avatar.common.contract.Topic;
import studio.avatar.common.messaging.Place;
import studio.avatar.console.replay.PassSums.PaidSum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PlanRulesTests {

	private static final int ALONE = 1_000;

	@Test
	void aConsumerThatDoesNotHearTheTopicIsRefusedInWords() {
		assertThatExceptionOfType(ReplayRefused.class).isThrownBy(() -> Target.of("gallery/credits.events"))
			.withMessage("gallery does not hear credits.events.");
		assertThatExceptionOfType(ReplayRefused.class).isThrownBy(() -> Target.of("gallery/nonsense"))
			.withMessage("No topic is called “nonsense”.");
		assertThatExceptionOfType(ReplayRefused.class).isThrownBy(() -> Target.of("nobody/chat.gallery"))
			.withMessage("No service is called “nobody”.");
		assertThatExceptionOfType(ReplayRefused.class).isThrownBy(() -> Target.of("console/operator.reports"))
			.withMessage("Nobody replays to the console.");
	}

	@Test
	void whatOperatorsSayToServicesIsNeverReplayed() {
		assertThatExceptionOfType(ReplayRefused.class).isThrownBy(() -> Target.of("gallery/operator.commands"));
		assertThat(Target.all()).noneMatch((target) -> target.toString().contains("operator."));
	}

	@Test
	void aWholeServiceIsOnlyForARebuild() {
		assertThat(wish("gallery", "rebuild").target().topics()).hasSizeGreaterThan(1);
		assertThatExceptionOfType(ReplayRefused.class).isThrownBy(() -> wish("gallery", "redeliver").target())
			.withMessageStartingWith("Only a rebuild is for a whole service");
	}

	@Test
	void onlyProjectionsAreRebuilt() {
		assertThat(wish("generation", "rebuild").target().topics()).containsExactly(Topic.TRAINING_EVENTS);
		assertThat(Target.rebuildable()).containsExactlyInAnyOrder(ServiceName.GENERATION, ServiceName.GALLERY);
		assertThatExceptionOfType(ReplayRefused.class).isThrownBy(() -> wish("gateway", "rebuild").target())
			.withMessage("gateway fills no projection, so there is nothing to rebuild.");
		assertThatExceptionOfType(ReplayRefused.class)
			.isThrownBy(() -> wish("generation/chat.generation", "rebuild").target())
			.withMessageContaining("fills no projection");
	}

	@Test
	void consumersThatLeadToCreditsOrPaidCallsConcernMoney() {
		assertThat(Target.of("gateway/credits.requests").concernsMoney()).isTrue();
		assertThat(Target.of("training/chat.training").concernsMoney()).isTrue();
		assertThat(Target.of("generation/credits.events").concernsMoney()).isTrue();
		assertThat(Target.of("gallery/generation.events").concernsMoney()).isFalse();
		assertThat(Target.of("gateway/chat.replies").concernsMoney()).isFalse();
	}

	@Test
	void equalSelectionsAreEqualAsText() {
		JsonMapper json = JsonMapper.shared();
		Selection one = new Selection(List.of("b.b", "a.a"), null, " 42 ", "", null, null, null, null, null, null);
		Selection other = new Selection(List.of("a.a", "b.b"), List.of(), "42", null, null, null, null, null, null,
				null);
		assertThat(json.writeValueAsString(one)).isEqualTo(json.writeValueAsString(other))
			.isEqualTo("{\"topics\":[\"a.a\",\"b.b\"],\"chat\":\"42\"}");
	}

	@Test
	void recordsAreNamedByTheirPlace() {
		Place place = new Place("training.events", 3, 1742);
		assertThat(Selection.of(List.of(place)).places()).containsExactly(place);
		Selection nonsense = new Selection(null, null, null, null, null, null, null, null, null,
				List.of("training.events/3/x"));
		assertThatExceptionOfType(ReplayRefused.class).isThrownBy(nonsense::places)
			.withMessageContaining("is no place of a record");
	}

	@Test
	void topicsTheConsumerDoesNotHearAreRefused() {
		Selection selection = new Selection(List.of("credits.events"), null, null, null, null, null, null, null, null,
				null);
		assertThatExceptionOfType(ReplayRefused.class)
			.isThrownBy(() -> selection.search(Target.of("gallery/generation.events")))
			.withMessageContaining("does not hear credits.events");
	}

	@Test
	void aPreviewWithoutMoneyNeedsNobodyElse() {
		assertThat(ApprovalRule.why(replay(10, false), sums(0, 0, List.of()), ALONE)).isEmpty();
	}

	@Test
	void moneySizeAndForceNeedSomebodyElse() {
		assertThat(ApprovalRule.why(replay(10, false), sums(120, 0, List.of()), ALONE))
			.containsExactly("it would hold 120 credits");
		assertThat(ApprovalRule.why(replay(10, false), sums(0, 7, List.of()), ALONE))
			.containsExactly("it would move 7 credits");
		assertThat(ApprovalRule.why(replay(10, false), sums(0, 0, List.of(new PaidSum("training", 2, 2))), ALONE))
			.containsExactly("it would start 2 paid calls (training)");
		assertThat(ApprovalRule.why(replay(1_001, false), sums(0, 0, List.of()), ALONE))
			.containsExactly("it has 1,001 records");
		assertThat(ApprovalRule.why(replay(10, true), sums(0, 0, List.of()), ALONE)).hasSize(1);
	}

	@Test
	void whoeverGivesCreditsBackNeedsSomebodyElse() {
		PassSums sums = new PassSums(Map.of(), Map.of(), List.of(new PassSums.EventSum("credits.release", 3, 3)), 0, 0,
				List.of(), 0, List.of(), List.of());
		assertThat(sums.concernsMoney()).isTrue();
		assertThat(ApprovalRule.why(replay(3, false), sums, ALONE))
			.containsExactly("it would give credits back (3 requests)");
	}

	@Test
	void whatWouldFailWhereMoneyIsNeedsSomebodyElse() {
		PassSums sums = new PassSums(Map.of(ItemResult.WOULD_FAIL, 2L), Map.of(), List.of(), 0, 0, List.of(), 0,
				List.of(), List.of());
		assertThat(ApprovalRule.why(replay(3, false), sums, ALONE)).isEmpty();
		assertThat(ApprovalRule.why(replay("gateway/credits.requests", 3, false), sums, ALONE)).singleElement()
			.asString()
			.startsWith("2 records would fail");
	}

	@Test
	void whatIsSentInOneGoIsBoundedByItsBytes() {
		assertThat(Items.fitting(List.of(5L, 5L, 1L), 10)).isEqualTo(2);
		assertThat(Items.fitting(List.of(5L, 5L), 10)).isEqualTo(2);
		assertThat(Items.fitting(List.of(11L, 1L), 10)).isZero();
	}

	@Test
	void aFormulaInACellIsShownAndNotComputed() {
		assertThat(Csv.line("=1+1", -3, "a,\"b\"", null)).isEqualTo("\"'=1+1\",-3,\"a,\"\"b\"\"\",\r\n");
	}

	@Test
	void everyStateIsReadBackFromItsWord() {
		for (ReplayState.Word word : ReplayState.Word.values()) {
			assertThat(ReplayState.of(word.name()).word()).isEqualTo(word.name());
		}
	}

	private static PlanWish wish(String consumer, String mode) {
		return new PlanWish(consumer, mode, null, "why", null);
	}

	private static PassSums sums(long held, long moved, List<PaidSum> paid) {
		return new PassSums(Map.of(), Map.of(), List.of(), held, moved, paid, 0, List.of(), List.of());
	}

	private static Replay replay(long items, boolean forced) {
		return replay("gallery/generation.events", items, forced);
	}

	private static Replay replay(String consumer, long items, boolean forced) {
		Instant now = Instant.EPOCH;
		return new Replay(UUID.randomUUID(), Target.of(consumer), ReplayMode.REDELIVER, new ReplayState.Previewed(),
				"{}", items, "why", forced, false, "anna", now, null, null, null, null, null, 200, 5, 1, now, false);
	}

}
