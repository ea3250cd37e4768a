package studio.avatar.gateway.update;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Status;
import org.springframework.transaction.PlatformTransactionManager;

import studio.avatar.common.contract.ChatEvent;
import studio.avatar.common.contract.Topic;
import studio.avatar.gateway.support.GatewayUnderTest;
import studio.avatar.gateway.telegram.TelegramApi;
import studio.avatar.gateway.telegram.TelegramSettings;
import studio.avatar.sandbox.telegram.SimulatedPerson;
import studio.avatar.sandbox.telegram.TelegramSimulator;
import studio.avatar.sandbox.telegram.fault.Fault;

import static org.assertj.core.api.Assertions.assertThat;

/** Polling before a Telegram of its own, as another bot. */
class UpdatePollerIT extends GatewayUnderTest {

	private static final String TOKEN = "99999:poller";

	private final TelegramSimulator telegram = TelegramSimulator
		.start(new TelegramSimulator.Settings(0, TOKEN, "Another bot", null));

	@Autowired
	UpdateHandler handler;

	@Autowired
	PhotoIntake photos;

	@Autowired
	PlatformTransactionManager transactions;

	@Autowired
	MeterRegistry meters;

	@Autowired
	Clock clock;

	@Autowired
	IntakeSettings intakeSettings;

	@AfterEach
	void end() {
		this.telegram.close();
		this.database.sql("delete from telegram_update where bot_id = 99999").update();
	}

	@Test
	void anUpdateThatWasNotKeptComesAgainThoughALaterOneWasKept() {
		SimulatedPerson anna = meets();
		SimulatedPerson boris = meets();
		anna.sends("/create ten");
		boris.sends("/create eleven");
		updates().keep(new NewUpdate(2, boris.id(), null, "{}", Instant.now(), null), "done", null);

		polling(() -> awaiting().untilAsserted(() -> assertThat(commands(anna)).containsExactly("ten")));
	}

	@Test
	void whatCouldNotBeKeptIsNotConfirmed() {
		SimulatedPerson anna = meets();
		anna.sends("/create kept");
		this.telegram.faults().next("getUpdates", Fault.cutAfterSuccess());
		this.telegram.faults().next("getUpdates", Fault.serverError(502));

		polling(() -> awaiting().untilAsserted(() -> assertThat(commands(anna)).containsExactly("kept")));

		assertThat(this.telegram.journal().calls("getUpdates").getFirst().parameters().has("offset")).isFalse();
	}

	@Test
	void anOldWebhookIsTakenAway() {
		polling(() -> awaiting().until(() -> !this.telegram.journal().calls("getUpdates").isEmpty()));

		assertThat(this.telegram.journal().calls("deleteWebhook")).isNotEmpty();
	}

	@Test
	void healthTellsWhetherAnybodyAsksForUpdates() {
		UpdatePoller poller = poller();
		UpdatePollerHealthIndicator health = new UpdatePollerHealthIndicator(poller);
		assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);

		poller.start();

		assertThat(health.health().getStatus()).isEqualTo(Status.UP);
		poller.stop();
		assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
	}

	private void polling(Runnable meanwhile) {
		UpdatePoller poller = poller();
		poller.start();
		try {
			meanwhile.run();
		}
		finally {
			poller.stop();
		}
	}

	private UpdatePoller poller() {
		WaitingUpdates waiting = new WaitingUpdates(updates(), new ChatClaims(this.database, settings()), this.handler,
				this.photos, this.transactions, this.clock, settings(), this.intakeSettings);
		Intake intake = new Intake(updates(), this.handler, waiting, this.transactions, this.meters, this.clock,
				settings(), this.intakeSettings);
		return new UpdatePoller(new TelegramApi(settings(), this.meters), intake);
	}

	private Updates updates() {
		return new Updates(this.database, settings());
	}

	private TelegramSettings settings() {
		return new TelegramSettings(this.telegram.url(), TOKEN, Duration.ofSeconds(2), Duration.ofSeconds(2),
				Duration.ofSeconds(5), Duration.ofSeconds(10));
	}

	/** Somebody the shared Telegram knows too: there the answers go. */
	private SimulatedPerson meets() {
		return this.telegram.person(somebodyKnown().id(), "Anna", "en");
	}

	private static List<String> commands(SimulatedPerson person) {
		return wire().heard(Topic.CHAT_GENERATION, person.id(), ChatEvent.CommandIssued.class)
			.stream()
			.map(ChatEvent.CommandIssued::arguments)
			.toList();
	}

}
