package studio.avatar.console.replay;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import studio.avatar.common.messaging.Headers;
import studio.avatar.common.messaging.Place;
import studio.avatar.console.ConsoleUnderTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static studio.avatar.console.FormToken.csrf;

/** How replays are found again, and planned once. */
class ReplayListIT extends ConsoleUnderTest {

	private static final String CONSUMER = "generation/training.events";

	private static final AtomicLong OFFSETS = new AtomicLong(8_000_000);

	private final String carla = "Carla-" + UUID.randomUUID();

	@Autowired
	private Replays replays;

	@Autowired
	private Archived archived;

	private MockMvc web;

	@BeforeEach
	void web(@Autowired WebApplicationContext context) {
		this.web = MockMvcBuilders.webAppContextSetup(context)
			.apply(SecurityMockMvcConfigurers.springSecurity())
			.build();
	}

	@Test
	void theListIsReadPageByPageFromTheNewestOn() throws Exception {
		UUID first = plan();
		UUID second = plan();
		UUID third = plan();
		assertThat(list("limit=2")).containsExactly(third, second);
		assertThat(list("limit=2&before=" + second)).containsExactly(first);
		assertThat(list("limit=2&before=" + first)).isEmpty();
		assertThat(page("/replay/rows?who=" + this.carla)).contains(first.toString(), "every 3s");
		assertThat(page("/replay?who=" + this.carla + "&before=" + second)).contains(first.toString())
			.doesNotContain(third.toString(), "every 3s");
	}

	@Test
	void itIsNarrowedToAStateOrAPerson() throws Exception {
		UUID planned = plan();
		UUID cancelled = plan();
		this.replays.cancel(cancelled, "anna");
		assertThat(list("state=planned")).containsExactly(planned);
		assertThat(list("state=CANCELLED")).containsExactly(cancelled);
		assertThat(list("state=")).containsExactly(cancelled, planned);
		this.web.perform(get("/api/replays?state=nonsense").with(user("vera").roles("VIEWER")))
			.andExpect(status().isBadRequest());
	}

	@Test
	void retriesAreShownOnlyToWhoWantsThem() throws Exception {
		UUID planned = plan();
		UUID retry = this.replays.retry(CONSUMER, List.of(parked()), this.carla, "mended");
		this.replays.cancel(retry, this.carla);
		assertThat(list("")).containsExactly(planned);
		assertThat(list("retries=true")).containsExactly(retry, planned);
		assertThat(page("/replay?who=" + this.carla)).doesNotContain(retry.toString());
		assertThat(page("/replay?retries=true&who=" + this.carla)).contains(retry.toString(), ">retry<");
	}

	@Test
	void aFormThatIsSentTwiceMakesOnePlan() throws Exception {
		String chat = archived();
		String token = UUID.randomUUID().toString();
		assertThat(sent(chat, token, "why")).isEqualTo("/replay/" + token);
		assertThat(sent(chat, token, "why")).isEqualTo("/replay/" + token);
		assertThat(list("")).containsExactly(UUID.fromString(token));
		assertThat(sent(chat, token, "another reason")).isNotEqualTo("/replay/" + token);
		assertThat(page("/replay/new")).containsPattern("name=\"token\" value=\"[0-9a-f-]{36}\"");
	}

	@Test
	void itIsSaidWithoutBracketsWhatWasChosen() throws Exception {
		Selection selection = new Selection(List.of("training.events"),
				List.of("generation.completed", "training.completed"), archived(), null, null, null, null, null, null,
				null);
		UUID id = this.replays.plan(new PlanWish(CONSUMER, null, selection, "why", null), this.carla).id();
		assertThat(page("/replay/" + id)).contains(">training.events<", ">generation.completed, training.completed<");
	}

	@Test
	void aRebuildThatIsDoneLeadsToAnotherOfWhatCameSince() throws Exception {
		Selection selection = new Selection(null, null, archived(), null, null, null, null, null, null, null);
		UUID id = this.replays.plan(new PlanWish(CONSUMER, "rebuild", selection, "lost", null), this.carla).id();
		assertThat(page("/replay/" + id)).doesNotContain("rebuild once more");
		this.database.sql("update replay set state = 'COMPLETED' where id = ?").param(id).update();
		assertThat(page("/replay/" + id)).contains("rebuild once more", "mode=rebuild&amp;from=20");
	}

	@Test
	void placesAreCountedOnceAndOnlyThoseOfTheArchive() {
		archived();
		String place = "training.events-0@" + (OFFSETS.get() - 1);
		Selection selection = new Selection(null, null, null, null, null, null, null, null, null,
				List.of(place, "training.events-0@99999999"));
		Estimate estimate = this.replays.estimate(new PlanWish(CONSUMER, null, selection, null, null));
		assertThat(estimate.count()).isEqualTo(1);
		assertThat(estimate.sample()).singleElement().matches((record) -> record.place().toString().equals(place));
	}

	private List<UUID> list(String query) throws Exception {
		String answer = this.web
			.perform(get("/api/replays?who=" + this.carla.toLowerCase() + '&' + query)
				.with(user("vera").roles("VIEWER")))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString();
		return JsonMapper.shared()
			.readTree(answer)
			.valueStream()
			.map((JsonNode replay) -> UUID.fromString(replay.get("id").asString()))
			.toList();
	}

	private String page(String path) throws Exception {
		return this.web.perform(get(path).with(user("vera").roles("VIEWER")))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString();
	}

	private String sent(String chat, String token, String reason) throws Exception {
		return String.valueOf(
				this.web
					.perform(post("/replay").param("chat", chat)
						.param("consumer", CONSUMER)
						.param("reason", reason)
						.param("token", token)
						.with(user(this.carla).roles("OPERATOR"))
						.with(csrf()))
					.andExpect(status().is3xxRedirection())
					.andReturn()
					.getResponse()
					.getRedirectedUrl());
	}

	private UUID plan() {
		Selection selection = new Selection(null, null, archived(), null, null, null, null, null, null, null);
		return this.replays.plan(new PlanWish(CONSUMER, null, selection, "why", null), this.carla).id();
	}

	private String archived() {
		String chat = "chat-" + UUID.randomUUID();
		this.archived.put("training.events", chat, OFFSETS.getAndIncrement(), 1);
		return chat;
	}

	private static RecordToReplay parked() {
		return new RecordToReplay(new Place("training.events", 1, OFFSETS.getAndIncrement()), null, "{}".getBytes(),
				Map.of(Headers.ID, UUID.randomUUID().toString(), Headers.TYPE, "generation.completed"));
	}

}
