package studio.avatar.console.parked;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static studio.avatar.console.FormToken.csrf;

class ParkedPagesIT extends ParkedUnderTest {

	@Autowired
	private WebApplicationContext context;

	private MockMvc browser;

	@BeforeEach
	void open() {
		this.browser = MockMvcBuilders.webAppContextSetup(this.context).apply(springSecurity()).build();
	}

	@Test
	void whatAHostileMessageSaysIsShownAsText() throws Exception {
		this.parking.because("<script>alert(1)</script>", "<img src=x onerror=alert(1)>").park(42);
		await(this.parking.group(), 1);
		long id = only(this.parking.group()).id();
		for (String page : new String[] { "/parked", this.parking.group().path(), "/parked/" + id }) {
			this.browser.perform(get(page).with(operator()))
				.andExpect(status().isOk())
				.andExpect(content().string(containsString("&lt;img src=x")))
				.andExpect(content().string(not(containsString("<img src=x"))))
				.andExpect(content().string(not(containsString("<script>alert"))));
		}
	}

	@Test
	void aRetryFromThePageIsSaidAndASecondIsRefused() throws Exception {
		this.parking.park(42);
		await(this.parking.group(), 1);
		String address = "/parked/" + only(this.parking.group()).id() + "/retry";
		String seen = String.valueOf(this.retries.newest());
		this.browser.perform(post(address).param("reason", "mended").param("seen", seen).with(operator()).with(csrf()))
			.andExpect(flash().attributeExists("done"));
		this.browser.perform(post(address).param("reason", "mended").param("seen", seen).with(operator()).with(csrf()))
			.andExpect(flash().attributeExists("refused"));
	}

	@Test
	void whoOnlyLooksCannotAct() throws Exception {
		this.parking.park(42);
		await(this.parking.group(), 1);
		long id = only(this.parking.group()).id();
		this.browser.perform(get("/parked/" + id).with(viewer()))
			.andExpect(status().isOk())
			.andExpect(content().string(not(containsString("Discard"))));
		this.browser.perform(post("/parked/" + id + "/discard").param("reason", "x").with(viewer()).with(csrf()))
			.andExpect(status().isForbidden());
	}

	@Test
	void theApiSaysWhyItRefuses() throws Exception {
		this.parking.park(42);
		await(this.parking.group(), 1);
		String address = "/api/parked/" + only(this.parking.group()).id();
		this.browser.perform(get(address).with(viewer()))
			.andExpect(status().isOk())
			.andExpect(jsonPath("$.record.status").value("OPEN"))
			.andExpect(jsonPath("$.attempts.length()").value(1));
		this.browser
			.perform(post(address + "/discard").contentType("application/json")
				.content("{\"reason\":\"\"}")
				.with(operator())
				.with(csrf()))
			.andExpect(status().isConflict());
		this.browser
			.perform(post(address + "/discard").contentType("application/json")
				.content("{\"reason\":\"nobody misses it\"}")
				.with(operator())
				.with(csrf()))
			.andExpect(status().isOk())
			.andExpect(jsonPath("$.records").value(1));
	}

	@Test
	void aRunningRetryRefreshesItselfUntilItEnds() throws Exception {
		this.parking.park(42);
		await(this.parking.group(), 1);
		long retry = this.start.one(only(this.parking.group()).id(), wish());
		this.browser.perform(get("/parked/retries/" + retry + "/part").with(viewer()))
			.andExpect(content().string(containsString("hx-trigger=\"every 2s\"")));
		this.browser.perform(get("/api/parked/retries").with(viewer()))
			.andExpect(jsonPath("$[?(@.retry.id == %d)]".formatted(retry)).exists());
		this.browser.perform(get("/api/parked/state").with(viewer()))
			.andExpect(jsonPath("$.editing").isBoolean())
			.andExpect(jsonPath("$.newestRetry").value(retry));
		this.answering.answer(retry, (sent) -> true);
		Awaitility.await().until(() -> !this.retries.find(retry).retry().running());
		this.browser.perform(get("/parked/retries/" + retry + "/part").with(viewer()))
			.andExpect(header().string("HX-Refresh", "true"))
			.andExpect(content().string(not(containsString("hx-trigger"))))
			.andExpect(content().string(containsString("1 of 1 handled")));
	}

	@Test
	void whatIsNotThereIsSaidSo() throws Exception {
		this.browser.perform(get("/parked/999999999").with(viewer())).andExpect(status().isNotFound());
		this.browser.perform(get("/parked/groups/gallery/x/{y}", "{y}").with(viewer()))
			.andExpect(status().isNotFound());
	}

	private static RequestPostProcessor operator() {
		return SecurityMockMvcRequestPostProcessors.user("anna").roles("OPERATOR");
	}

	private static RequestPostProcessor viewer() {
		return SecurityMockMvcRequestPostProcessors.user("vera").roles("VIEWER");
	}

}
