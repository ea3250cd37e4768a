package studio.avatar.gateway.update;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;

import com.pengrad.telegrambot.request.GetWebhookInfo;
import com.pengrad.telegrambot.response.GetWebhookInfoResponse;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.util.unit.DataSize;

import studio.avatar.common.contract.ChatEvent;
import studio.avatar.common.contract.Topic;
import studio.avatar.gateway.support.GatewayUnderTest;
import studio.avatar.gateway.telegram.Answer;
import studio.avatar.gateway.telegram.TelegramApi;
import studio.avatar.gateway.telegram.TelegramSettings;
import studio.avatar.sandbox.backing.Port;
import studio.avatar.sandbox.telegram.SimulatedPerson;
import studio.avatar.sandbox.telegram.TelegramSimulator;
import studio.avatar.sandbox.telegram.fault.Fault;
import studio.avatar.sandbox.telegram.journal.ApiCall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Polling before a Telegram of its own, as another bot. Longer than most: all that may
 * end or hold up the loop is here.
 */
@ExtendWith(OutputCaptureExtension.class)
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
	OtherChats others;

	@Autowired
	IntakeSettings intakeSettings;

	@Autowired
	WebhookSettings webhook;

	@AfterEach
	void end() {
		this.telegram.close();
		this.database.sql("delete from telegram_update where bot_id = 99999").update();
		this.database.sql("delete from poll_lease where bot_id = 99999").update();
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
	void somebodyElseWhoPollsIsSaidClearlyAndAskedAgainOnlyAfterAPause(CapturedOutput output) {
		SimulatedPerson anna = meets();
		anna.sends("/create later");
		this.telegram.faults()
			.next("getUpdates", Fault.refused(409, "Conflict: terminated by other getUpdates request"));

		polling(() -> awaiting().untilAsserted(() -> assertThat(commands(anna)).containsExactly("later")));

		List<ApiCall> polls = this.telegram.journal().calls("getUpdates");
		assertThat(Duration.ofNanos(polls.get(1).nanoTime() - polls.get(0).nanoTime()))
			.isGreaterThanOrEqualTo(Duration.ofSeconds(3));
		assertThat(output).contains("somebody else takes the updates of this bot");
	}

	@Test
	void anOldWebhookIsTakenAway() {
		polling(() -> awaiting().until(() -> !this.telegram.journal().calls("getUpdates").isEmpty()));

		assertThat(this.telegram.journal().calls("deleteWebhook")).isNotEmpty();
	}

	@Test
	void healthTellsWhetherAnybodyAsksForUpdates() {
		UpdatePoller poller = poller();
		UpdatesHealthIndicator health = new UpdatesHealthIndicator(poller);
		assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);

		poller.start();

		assertThat(health.health().getStatus()).isEqualTo(Status.UP);
		poller.stop();
		assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
	}

	@Test
	void ofTwoInstancesOneAsksAndTheOtherGoesOnAtOnce() {
		SimulatedPerson anna = meets();
		UpdatePoller one = poller();
		UpdatePoller other = poller();
		one.start();
		awaiting().until(() -> asks(one));
		other.start();
		try {
			anna.sends("/create first");
			awaiting().untilAsserted(() -> assertThat(commands(anna)).containsExactly("first"));
			assertThat(other.health()).isEqualTo(Health.up().withDetail("polling", "another instance").build());

			one.stop();
			anna.sends("/create second");

			awaiting().atMost(Duration.ofSeconds(2)).until(() -> asks(other));
			awaiting().untilAsserted(() -> assertThat(commands(anna)).containsExactly("first", "second"));
			assertThat(this.telegram.journal().calls("getUpdates")).allMatch(ApiCall::ok);
		}
		finally {
			one.stop();
			other.stop();
		}
	}

	@Test
	void whoDoesNotReachTelegramLetsAnotherTry() {
		SimulatedPerson anna = meets();
		UpdatePoller cutOff = poller(settings(URI.create("http://127.0.0.1:" + Port.free())));
		UpdatePoller other = poller();
		cutOff.start();
		awaiting().until(() -> asks(cutOff));
		other.start();
		try {
			anna.sends("/create heard");

			awaiting().untilAsserted(() -> assertThat(commands(anna)).containsExactly("heard"));
			assertThat(asks(cutOff)).isFalse();
		}
		finally {
			cutOff.stop();
			other.stop();
		}
	}

	@Test
	void aWebhookStandsSoonAfterTheLastPollerEnds() {
		TelegramApi api = new TelegramApi(settings(), this.meters);
		WebhookSettings there = new WebhookSettings("http://127.0.0.1:1/webhooks/telegram", "", 40,
				DataSize.ofMegabytes(1), Duration.ofSeconds(3), Duration.ofMinutes(1));
		WebhookRegistration next = new WebhookRegistration(api, there, new WebhookSecret(there, settings()));
		UpdatePoller old = poller();
		old.start();
		try {
			awaiting().until(() -> asks(old) && !this.telegram.journal().calls("getUpdates").isEmpty());
			next.start();
			awaiting().until(() -> this.telegram.journal().calls("setWebhook").stream().anyMatch(ApiCall::ok));
			awaiting().until(() -> url(api).isEmpty());

			old.stop();

			awaiting().atMost(Duration.ofSeconds(5)).until(() -> url(api).equals(there.url()));
		}
		finally {
			old.stop();
			next.stop();
		}
	}

	@Test
	void whoLostTheLeaseConfirmsNothingMore() {
		SimulatedPerson anna = meets();
		UpdatePoller poller = poller();
		poller.start();
		try {
			anna.sends("/create first");
			awaiting().untilAsserted(() -> assertThat(commands(anna)).containsExactly("first"));
			this.database.sql("update poll_lease set held_by = gen_random_uuid(), term = term + 1 where bot_id = 99999")
				.update();
			awaiting().until(() -> !asks(poller));
			long lost = System.nanoTime();

			anna.sends("/create second");

			awaiting().untilAsserted(() -> assertThat(commands(anna)).containsExactly("first", "second"));
			ApiCall next = this.telegram.journal()
				.calls("getUpdates")
				.stream()
				.filter((call) -> call.nanoTime() > lost)
				.min(Comparator.comparingLong(ApiCall::nanoTime))
				.orElseThrow();
			assertThat(next.nanoTime() - lost).isGreaterThan(Duration.ofSeconds(1).toNanos());
			assertThat(next.parameters().has("offset")).isFalse();
		}
		finally {
			poller.stop();
		}
	}

	@Test
	void aBatchThatFailsForSomeChatsIsOverForAllBeforeItFails() {
		AtomicInteger calls = new AtomicInteger();
		PlatformTransactionManager firstFails = new PlatformTransactionManager() {
			@Override
			public TransactionStatus getTransaction(@Nullable TransactionDefinition definition) {
				if (calls.getAndIncrement() == 0) {
					throw new CannotCreateTransactionException("no connection");
				}
				return UpdatePollerIT.this.transactions.getTransaction(definition);
			}

			@Override
			public void commit(TransactionStatus status) {
				LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
				UpdatePollerIT.this.transactions.commit(status);
			}

			@Override
			public void rollback(TransactionStatus status) {
				UpdatePollerIT.this.transactions.rollback(status);
			}
		};

		List<Intake.RawUpdate> batch = LongStream.rangeClosed(1, 39).mapToObj((n) -> create(n, 770_000 + n)).toList();

		Throwable failure = catchThrowable(() -> intake(firstFails).take(batch));

		assertThat(failure).isInstanceOf(IllegalStateException.class)
			.hasCauseInstanceOf(CannotCreateTransactionException.class);
		assertThat(this.database.sql("select count(*) from telegram_update where bot_id = 99999")
			.query(Integer.class)
			.single()).as("two of three parts").isEqualTo(26);
		assertThat(calls).hasValue(3);
	}

	private static boolean asks(UpdatePoller poller) {
		return "this instance".equals(poller.health().getDetails().get("polling"));
	}

	private static Intake.RawUpdate create(long number, long person) {
		return new Intake.RawUpdate(number, person, """
				{"update_id": %d, "message": {"message_id": %d, "date": 1, "text": "/create",
				 "chat": {"id": %d, "type": "private"}, "from": {"id": %d, "is_bot": false, "first_name": "Anna"}}}"""
			.formatted(number, number, person, person));
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

	private static String url(TelegramApi api) {
		return (api.call(new GetWebhookInfo()) instanceof Answer.Done<GetWebhookInfoResponse>(var found))
				? Objects.requireNonNullElse(found.webhookInfo().url(), "") : "?";
	}

	private final Listening listening = new Listening(Clock.systemUTC());

	private UpdatePoller poller() {
		return poller(settings());
	}

	private UpdatePoller poller(TelegramSettings settings) {
		return new UpdatePoller(new TelegramApi(settings, this.meters), intake(this.transactions),
				new PollLease(this.database, settings()), this.listening, new SimpleMeterRegistry());
	}

	private Intake intake(PlatformTransactionManager transactions) {
		WaitingUpdates waiting = new WaitingUpdates(updates(), new ChatClaims(this.database, settings()), this.handler,
				this.photos, this.others, this.transactions, this.clock, this.listening, settings(),
				this.intakeSettings, this.webhook);
		return new Intake(updates(), this.handler, waiting, this.others, transactions, this.meters, this.clock,
				settings(), this.intakeSettings);
	}

	private Updates updates() {
		return new Updates(this.database, settings());
	}

	private TelegramSettings settings() {
		return settings(this.telegram.url());
	}

	private static TelegramSettings settings(URI api) {
		return new TelegramSettings(api, TOKEN, Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(5),
				Duration.ofSeconds(10));
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
