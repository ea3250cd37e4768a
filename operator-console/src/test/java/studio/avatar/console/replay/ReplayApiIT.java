package studio.avatar.console.replay;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import studio.avatar.common.contract.ReplayEffects;
import studio.avatar.common.contract.ServiceName;
import studio.avatar.console.ConsoleUnderTest;
import studio.avatar.console.replay.ServiceStandIn.Answer;
import studio.avatar.sandbox.backing.Backing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static studio.avatar.console.FormToken.csrf;

/** Replays through the API and the pages, by people of each role. */
class ReplayApiIT extends ConsoleUnderTest {

	private static final AtomicLong OFFSETS = new AtomicLong(5_000_000);

	private static final JsonMapper JSON = JsonMapper.shared();

	private static ServiceStandIn generation;

	@Autowired
	private Archived archived;

	private MockMvc web;

	@BeforeAll
	static void aServiceThatAnswers() {
		generation = new ServiceStandIn(ServiceName.GENERATION, WIRE, Backing.shared().kafkaBrokers());
	}

	@AfterAll
	static void itEnds() throws InterruptedException {
		generation.close();
	}

	@BeforeEach
	void web(@Autowired WebApplicationContext context) {
		this.web = MockMvcBuilders.webAppContextSetup(context)
			.apply(SecurityMockMvcConfigurers.springSecurity())
			.build();
		generation.handles((record) -> Answer.QUIET);
	}

	@Test
	void theCountIsSaidBeforeAnythingIsFrozen() throws Exception {
		String chat = chat(3);
		this.web.perform(asOperator(post("/api/replays/estimate"), plan(chat)))
			.andExpect(status().isOk())
			.andExpect(jsonPath("$.count").value(3))
			.andExpect(jsonPath("$.sample[0].type").value("generation.completed"));
		assertThat(this.database.sql("select count(*) from replay_item where record_key = ?")
			.param(chat)
			.query(Long.class)
			.single()).isZero();
	}

	@Test
	void aReplayGoesFromPlanToRunThroughTheApi() throws Exception {
		generation.handles((record) -> Answer.with(new ReplayEffects(List.of(), 5, 0, List.of(7L), List.of())));
		String id = json(
				this.web.perform(asOperator(post("/api/replays"), plan(chat(2)))).andExpect(status().isCreated()))
			.get("id")
			.asString();
		this.web.perform(asOperator(post("/api/replays/{id}/preview", id), "")).andExpect(status().isAccepted());
		awaitState(id, "PREVIEWED");
		this.web.perform(asOperator(post("/api/replays/{id}/run", id), "{\"reason\":\"mended\",\"rate\":50}"))
			.andExpect(status().isAccepted())
			.andExpect(jsonPath("$.state").value("AWAITING_APPROVAL"))
			.andExpect(jsonPath("$.approvalNeededBecause").value("it would hold 10 credits"));
		this.web.perform(asOperator(post("/api/replays/{id}/approve", id), "")).andExpect(status().isForbidden());
		this.web.perform(asApprover(post("/api/replays/{id}/approve", id))).andExpect(status().isAccepted());
		awaitState(id, "COMPLETED");
		show(id).andExpect(jsonPath("$.run.sums.results.HANDLED").value(2))
			.andExpect(jsonPath("$.run.concernsMoney").value(true))
			.andExpect(jsonPath("$.judgedBy").value("boris"));
		this.web.perform(asViewer(get("/api/replays/{id}/items?result=HANDLED&limit=1", id)))
			.andExpect(jsonPath("$.items[0].item").value(1))
			.andExpect(jsonPath("$.next").value(1));
		this.web.perform(asViewer(get("/api/replays/{id}/items.csv", id)))
			.andExpect(header().string("Content-Disposition", containsString(".csv")))
			.andExpect(content().string(containsString("\r\n2,training.events,0,")));
		this.web.perform(asViewer(get("/api/replays/{id}/items.ndjson?of=preview", id)))
			.andExpect(content().string(containsString("\"result\":\"WOULD_BE_HANDLED\"")));
	}

	@Test
	void refusalsAreSaidInWords() throws Exception {
		this.web.perform(asOperator(post("/api/replays"), plan("nobody")))
			.andExpect(status().isConflict())
			.andExpect(status().reason("Nothing in the archive is like that: there is nothing to replay."));
		this.web.perform(asOperator(post("/api/replays"), "{\"consumer\":\"gallery/credits.events\",\"reason\":\"x\"}"))
			.andExpect(status().isConflict())
			.andExpect(status().reason("gallery does not hear credits.events."));
		this.web.perform(asOperator(post("/api/replays"), "{\"consumer\":")).andExpect(status().isBadRequest());
		show(UUID.randomUUID().toString()).andExpect(status().isNotFound());
		this.web.perform(asOperator(patch("/api/replays/{id}", planned()), "{\"rate\":100000}"))
			.andExpect(status().isBadRequest())
			.andExpect(status().reason("A rate is 1 to 2,000 records a second, not 100,000."));
	}

	@Test
	void aViewerLooksAndChangesNothing() throws Exception {
		String id = planned();
		show(id).andExpect(status().isOk());
		for (String what : new String[] { "preview", "run", "pause", "resume", "cancel", "approve", "reject" }) {
			this.web.perform(asViewer(post("/api/replays/{id}/" + what, id)).with(csrf()))
				.andExpect(status().isForbidden());
			this.web.perform(asViewer(post("/replay/{id}/" + what, id)).with(csrf())).andExpect(status().isForbidden());
		}
		this.web.perform(asViewer(post("/replay/estimate")).with(csrf())).andExpect(status().isForbidden());
		this.web.perform(asViewer(get("/replay/{id}", id)))
			.andExpect(status().isOk())
			.andExpect(content().string(not(containsString("<button class=\"danger\""))));
	}

	@Test
	void thePagesLeadThroughIt() throws Exception {
		String chat = chat(2);
		generation.handles((record) -> Answer.failing("<script>alert(1)</script>"));
		this.web.perform(asViewer(get("/replay/new").param("chat", chat).param("consumer", CONSUMER)))
			.andExpect(content().string(containsString(chat)));
		this.web
			.perform(post("/replay/estimate").param("chat", chat)
				.param("consumer", CONSUMER)
				.with(user("anna").roles("OPERATOR"))
				.with(csrf()))
			.andExpect(content().string(containsString("2 records would be replayed.")));
		MvcResult planned = this.web
			.perform(post("/replay").param("chat", chat)
				.param("consumer", CONSUMER)
				.param("reason", "<i>why</i>")
				.with(user("anna").roles("OPERATOR"))
				.with(csrf()))
			.andExpect(status().is3xxRedirection())
			.andReturn();
		String page = String.valueOf(planned.getResponse().getRedirectedUrl());
		String id = page.substring(page.lastIndexOf('/') + 1);
		press(page, "preview").andExpect(redirectedUrl(page));
		awaitState(id, "PREVIEWED");
		this.web.perform(asViewer(get(page)))
			.andExpect(content().string(containsString("2 would fail")))
			.andExpect(content().string(containsString("&lt;script&gt;alert(1)")))
			.andExpect(content().string(not(containsString("<script>alert"))))
			.andExpect(content().string(not(containsString("<i>why</i>"))));
		this.web.perform(asViewer(get(page + "/live?seen=PREVIEWING")))
			.andExpect(header().string("HX-Refresh", "true"));
		this.web.perform(asViewer(get(page + "/items?of=preview&result=WOULD_FAIL")))
			.andExpect(content().string(containsString("training.events-0@")));
		this.web.perform(asViewer(get("/replay"))).andExpect(content().string(containsString(page)));
		press(page, "run").andExpect(redirectedUrl(page));
		press(page, "cancel").andExpect(redirectedUrl(page));
		awaitState(id, "CANCELLED");
	}

	private static final String CONSUMER = "generation/training.events";

	private ResultActions press(String page, String button) throws Exception {
		return this.web.perform(post(page + '/' + button).with(user("anna").roles("OPERATOR")).with(csrf()));
	}

	private String planned() throws Exception {
		return json(this.web.perform(asOperator(post("/api/replays"), plan(chat(1)))).andExpect(status().isCreated()))
			.get("id")
			.asString();
	}

	private String chat(int records) {
		String chat = "chat-" + UUID.randomUUID();
		this.archived.put("training.events", chat, OFFSETS.getAndAdd(records), records);
		return chat;
	}

	private static String plan(String chat) {
		return "{\"consumer\":\"%s\",\"reason\":\"a test\",\"select\":{\"chat\":\"%s\"}}".formatted(CONSUMER, chat);
	}

	private void awaitState(String id, String state) {
		await().untilAsserted(() -> show(id).andExpect(jsonPath("$.state").value(state)));
	}

	private ResultActions show(String id) throws Exception {
		return this.web.perform(asViewer(get("/api/replays/{id}", id)));
	}

	private static MockHttpServletRequestBuilder asOperator(MockHttpServletRequestBuilder request, String body) {
		return request.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.with(user("anna").roles("OPERATOR"))
			.with(csrf());
	}

	private static MockHttpServletRequestBuilder asApprover(MockHttpServletRequestBuilder request) {
		return request.with(user("boris").roles("APPROVER")).with(csrf());
	}

	private static MockHttpServletRequestBuilder asViewer(MockHttpServletRequestBuilder request) {
		return request.with(user("vera").roles("VIEWER"));
	}

	private static JsonNode json(ResultActions answer) throws Exception {
		return JSON.readTree(answer.andReturn().getResponse().getContentAsString());
	}

}
