package studio.avatar.gateway.update;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;

import studio.avatar.common.messaging.Outbox;
import studio.avatar.gateway.account.Accounts;
import studio.avatar.gateway.expectation.Expectations;
import studio.avatar.gateway.menu.MenuScreens;
import studio.avatar.gateway.person.People;
import studio.avatar.gateway.reply.Deliveries;
import studio.avatar.gateway.reply.PressAnswers;
import studio.avatar.gateway.routing.Incoming;
import studio.avatar.gateway.routing.RoutingDecision;
import studio.avatar.gateway.support.GatewayUnderTest;
import studio.avatar.gateway.telegram.TelegramSettings;

import static org.assertj.core.api.Assertions.assertThat;

/** What waits in a chat of another bot, while a second instance works for it, too. */
class WaitingUpdatesIT extends GatewayUnderTest {

	private static final long CHAT = 7;

	private static final TelegramSettings BOT = new TelegramSettings(URI.create("http://127.0.0.1:1"), "77777:waits",
			Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1));

	@Autowired
	PhotoIntake photos;

	@Autowired
	OtherChats others;

	@Autowired
	PlatformTransactionManager transactions;

	@Autowired
	Clock clock;

	@Autowired
	Listening listening;

	@Autowired
	IntakeSettings intakeSettings;

	@Autowired
	WebhookSettings webhook;

	@Autowired
	People people;

	@Autowired
	Accounts accounts;

	@Autowired
	Expectations expectations;

	@Autowired
	MenuScreens menu;

	@Autowired
	Deliveries deliveries;

	@Autowired
	PressAnswers presses;

	@Autowired
	Outbox outbox;

	@AfterEach
	void end() {
		this.database.sql("delete from telegram_update where bot_id = 77777").update();
		this.database.sql("delete from chat_claim where bot_id = 77777").update();
	}

	@Test
	void nobodyApologizesForWhatAnotherInstanceHasAnswered() {
		Updates updates = new Updates(this.database, BOT);
		updates.keep(says(1, "answered elsewhere"), "received", null);
		updates.keep(says(2, "fails"), "received", null);
		FailingHandler handler = new FailingHandler(updates);
		ChatClaims claims = new ChatClaims(this.database, BOT);
		WaitingUpdates waiting = new WaitingUpdates(updates, claims, handler, this.photos, this.others,
				this.transactions, this.clock, this.listening, BOT, this.intakeSettings, this.webhook);

		waiting.start();
		try {
			awaiting().until(() -> handler.apologies.contains("fails"));
		}
		finally {
			waiting.stop();
			claims.end();
		}

		assertThat(handler.apologies).containsExactly("fails");
		assertThat(statuses()).containsExactly("done", "failed");
	}

	private static NewUpdate says(long number, String words) {
		return new NewUpdate(number, CHAT, null, """
				{"update_id": %d, "message": {"message_id": %d, "date": 1, "text": "%s",
				 "chat": {"id": %d, "type": "private"}, "from": {"id": %d, "is_bot": false, "first_name": "Anna"}}}"""
			.formatted(number, number, words, CHAT, CHAT), Instant.now(), "correlation-" + number);
	}

	private List<String> statuses() {
		return this.database.sql("select status from telegram_update where bot_id = 77777 order by update_id")
			.query(String.class)
			.list();
	}

	/** Fails at everything; meanwhile the first update is answered elsewhere. */
	private final class FailingHandler extends UpdateHandler {

		private final List<String> apologies = new CopyOnWriteArrayList<>();

		private final Updates updates;

		FailingHandler(Updates updates) {
			super(WaitingUpdatesIT.this.people, WaitingUpdatesIT.this.accounts, WaitingUpdatesIT.this.expectations,
					WaitingUpdatesIT.this.menu, WaitingUpdatesIT.this.deliveries, WaitingUpdatesIT.this.presses,
					WaitingUpdatesIT.this.outbox, new SimpleMeterRegistry());
			this.updates = updates;
		}

		@Override
		RoutingDecision decide(Arrival arrival) {
			this.updates.settle(List.of(1L), "done", null);
			throw new IllegalStateException("no decision");
		}

		@Override
		void apologize(Arrival arrival) {
			this.apologies.add(((Incoming.Text) arrival.what()).text());
		}

	}

}
