package studio.avatar.common.credits;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import studio.avatar.common.contract.CreditsEvent;
import studio.avatar.common.contract.CreditsEvent.BalanceChanged;
import studio.avatar.common.contract.CreditsEvent.CreditsCaptured;
import studio.avatar.common.contract.CreditsEvent.CreditsDeclined;
import studio.avatar.common.contract.CreditsEvent.CreditsHeld;
import studio.avatar.common.contract.CreditsEvent.CreditsReleased;
import studio.avatar.common.messaging.Cause;
import studio.avatar.common.messaging.Envelope;
import studio.avatar.common.messaging.Trace;
import studio.avatar.common.probe.Probe;

import static org.assertj.core.api.Assertions.assertThat;

class CreditsIT {

	private static final UUID HOLD = UUID.fromString("11111111-2222-3333-4444-555555555555");

	private static Probe probe;

	private static Balances balances;

	private final long user = Probe.freshChat();

	private final List<String> heard = new ArrayList<>();

	private final CreditsHandler handler = new CreditsHandler(balances, new HoldOutcomes() {
		@Override
		public void held(UUID holdId, Cause cause) {
			CreditsIT.this.heard.add("held " + holdId + " because of " + cause.causationId());
		}

		@Override
		public void declined(UUID holdId, int needed, int available, Cause cause) {
			CreditsIT.this.heard.add("declined %s: %d of %d".formatted(holdId, available, needed));
		}
	});

	@BeforeAll
	static void start() {
		probe = Probe.start("credits", (envelope, outbox) -> {
		});
		JdbcClient database = probe.bean(JdbcClient.class);
		database
			.sql("create table if not exists balance (user_id bigint primary key, available int not null,"
					+ " held int not null, revision bigint not null)")
			.update();
		balances = new Balances(database);
	}

	@AfterAll
	static void stop() {
		probe.close();
	}

	@Test
	void nothingIsKnownOfAPersonTheLedgerHasNotSpokenOf() {
		assertThat(balances.available(this.user)).isEmpty();
	}

	@Test
	void theNewestBalanceIsShownInWhateverOrderTheyCome() {
		on(new BalanceChanged(this.user, this.user, 200, 0, 1));
		on(new BalanceChanged(this.user, this.user, 95, 5, 3));
		on(new BalanceChanged(this.user, this.user, 100, 100, 2));

		assertThat(balances.available(this.user)).hasValue(95);
	}

	@Test
	void heldCreditsLetTheWorkGoOn() {
		on(new CreditsHeld(HOLD, this.user, this.user, 5));

		assertThat(this.heard).containsExactly("held " + HOLD + " because of event");
	}

	@Test
	void declinedCreditsSayWhatIsMissing() {
		on(new CreditsDeclined(HOLD, this.user, this.user, 100, 20));

		assertThat(this.heard).containsExactly("declined " + HOLD + ": 20 of 100");
	}

	@Test
	void whatTheServiceAskedForItselfIsNoNewsToIt() {
		on(new CreditsCaptured(HOLD, this.user, this.user, 5, 0));
		on(new CreditsReleased(HOLD, this.user, this.user, 5));

		assertThat(this.heard).isEmpty();
		assertThat(balances.available(this.user)).isEmpty();
	}

	private void on(CreditsEvent event) {
		this.handler.on(new Envelope<>("event", "type", "gateway", Instant.EPOCH, String.valueOf(this.user), "update",
				"cause", Trace.begin(), null, event));
	}

}
