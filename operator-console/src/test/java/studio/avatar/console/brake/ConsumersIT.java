package studio.avatar.console.brake;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

import studio.avatar.common.contract.OperatorCommand;
import studio.avatar.common.contract.Topic;
import studio.avatar.common.messaging.Envelope;
import studio.avatar.console.ConsoleUnderTest;
import studio.avatar.console.overview.Reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static studio.avatar.console.FormToken.csrf;

class ConsumersIT extends ConsoleUnderTest {

	private static final String CONSUMER = "gallery/training.events";

	@Autowired
	WebApplicationContext web;

	@Autowired
	Brakes brakes;

	MockMvcTester browser;

	@BeforeEach
	void openBrowser() {
		this.browser = MockMvcTester.from(this.web,
				(builder) -> builder.apply(SecurityMockMvcConfigurers.springSecurity()).build());
	}

	/** What other tests left of instances would confirm or deny too. */
	@BeforeEach
	@AfterEach
	void releaseAll() {
		this.database.sql("delete from brake_order").update();
		this.database.sql("delete from seen_instance").update();
	}

	@Test
	void aPauseIsSaidToTheServiceAndAuditedAndCountsWhenEveryInstanceHasConfirmedIt() {
		seen("one", false);
		seen("two", false);

		assertThat(post("/pause", "{\"reason\":\"bad deploy\"}")).hasStatus(202);

		assertThat(state()).isEqualTo(BrakeState.PAUSING);
		await().untilAsserted(() -> assertThat(commands())
			.contains(new OperatorCommand.PauseConsumer(CONSUMER, "otto", "bad deploy")));
		seen("one", true);
		await().untilAsserted(() -> assertThat(this.brakes.one(CONSUMER).look().pausedIn()).isEqualTo(1));
		assertThat(state()).isEqualTo(BrakeState.PAUSING);
		seen("two", true);
		await().untilAsserted(() -> assertThat(state()).isEqualTo(BrakeState.PAUSED));
		assertThat(page("/consumers")).contains("bad deploy", "otto", "Resume " + CONSUMER);
		assertThat(this.database.sql("select details ->> 'reason' from audit_entry where who = 'otto' and about = ?")
			.param(CONSUMER)
			.query(String.class)
			.list()).contains("bad deploy");
	}

	@Test
	void aResumedConsumerRunsOnceItsInstancesSaySo() {
		seen("one", true);
		await().untilAsserted(() -> assertThat(state()).isEqualTo(BrakeState.PAUSED));

		assertThat(post("/resume", "")).hasStatus(202);

		assertThat(state()).isEqualTo(BrakeState.RESUMING);
		await()
			.untilAsserted(() -> assertThat(commands()).contains(new OperatorCommand.ResumeConsumer(CONSUMER, "otto")));
		seen("one", false);
		await().untilAsserted(() -> assertThat(state()).isEqualTo(BrakeState.RUNNING));
	}

	@Test
	void whatMakesNoSenseIsRefusedInWords() {
		assertThat(post("/pause", "{\"reason\":\" \"}")).hasStatus(400);
		assertThat(post("/resume", "")).hasStatus(409);
		assertThat(operator("/api/consumers/gallery/operator.commands/pause", "{\"reason\":\"x\"}")).hasStatus(409);
		assertThat(operator("/api/consumers/gallery/nothing/pause", "{\"reason\":\"x\"}")).hasStatus(404);
	}

	@Test
	void aServiceThatForgotItsPauseIsToldOnceMore() {
		assertThat(post("/pause", "{\"reason\":\"lost its tables\"}")).hasStatus(202);
		this.database.sql("update brake_order set said_at = said_at - interval '31 seconds'").update();

		seen("one", false);

		await().untilAsserted(() -> assertThat(commands())
			.filteredOn(
					(command) -> command.equals(new OperatorCommand.PauseConsumer(CONSUMER, "otto", "lost its tables")))
			.hasSize(2));
	}

	@Test
	void whatIsNotConfirmedMayBeAskedAgain() {
		assertThat(post("/pause", "{\"reason\":\"first\"}")).hasStatus(202);

		assertThat(post("/pause", "{\"reason\":\"second\"}")).hasStatus(202);

		assertThat(this.brakes.one(CONSUMER).reason()).isEqualTo("second");
	}

	@Test
	void whatOperatorsReplayHasABrakeOfItsOwn() {
		assertThat(operator("/api/consumers/gallery/gallery.replay/pause", "{\"reason\":\"wait\"}")).hasStatus(202);

		assertThat(this.brakes.one("gallery/gallery.replay").state()).isEqualTo(BrakeState.PAUSING);
	}

	@Test
	void whoOnlyLooksCannotPause() {
		MvcTestResult asked = this.browser.post()
			.uri("/consumers/" + CONSUMER + "/pause")
			.param("reason", "because")
			.with(user("vera").roles("VIEWER"))
			.with(csrf())
			.exchange();

		assertThat(asked).hasStatus(403);
		assertThat(this.database.sql("select count(*) from brake_order").query(Long.class).single()).isZero();
	}

	private BrakeState state() {
		BrakeState state = this.brakes.one(CONSUMER).state();
		assertThat(state).isNotNull();
		return state;
	}

	private static List<Object> commands() {
		return WIRE.heard(Topic.OPERATOR_COMMANDS)
			.stream()
			.filter((said) -> said.key().equals("gallery"))
			.<Object>map(Envelope::event)
			.toList();
	}

	private static void seen(String instance, boolean paused) {
		Instant now = Instant.now();
		WIRE.publish(Topic.OPERATOR_REPORTS, 1,
				Reports.of("gallery", instance, now.minusSeconds(300), now, Reports.reading(CONSUMER, paused, 5)));
	}

	private MvcTestResult post(String what, String body) {
		return operator("/api/consumers/" + CONSUMER + what, body);
	}

	private MvcTestResult operator(String path, String body) {
		return this.browser.post()
			.uri(path)
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.with(user("otto").roles("VIEWER", "OPERATOR"))
			.with(csrf())
			.exchange();
	}

	private String page(String path) {
		return new String(this.browser.get()
			.uri(path)
			.with(user("otto").roles("VIEWER", "OPERATOR"))
			.exchange()
			.getResponse()
			.getContentAsByteArray(), StandardCharsets.UTF_8);
	}

}
