package studio.avatar.gateway.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import studio.avatar.common.contract.CreditsEvent;
import studio.avatar.common.contract.CreditsRequest;
import studio.avatar.common.contract.CreditsRequest.CaptureCredits;
import studio.avatar.common.contract.CreditsRequest.HoldCredits;
import studio.avatar.common.contract.CreditsRequest.Purpose;
import studio.avatar.common.contract.CreditsRequest.ReleaseCredits;
import studio.avatar.common.contract.Topic;
import studio.avatar.common.messaging.Cause;
import studio.avatar.common.messaging.Envelope;
import studio.avatar.common.messaging.PermanentFailure;
import studio.avatar.common.messaging.Trace;
import studio.avatar.gateway.support.GatewayUnderTest;
import studio.avatar.sandbox.telegram.SimulatedPerson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Money on a real database: nothing moves twice, nothing is lost, nobody goes below zero.
 */
class LedgerIT extends GatewayUnderTest {

	@Autowired
	CreditsHandler handler;

	@Autowired
	Ledger ledger;

	@Autowired
	PlatformTransactionManager transactions;

	@Test
	void aHoldIsAnsweredAndTheNewBalanceIsTold() {
		SimulatedPerson anna = rich();
		UUID job = UUID.randomUUID();

		wire().publish(Topic.CREDITS_REQUESTS, anna.id(), hold(job, anna, 100));

		assertThat(heard(anna, CreditsEvent.CreditsHeld.class, 1).getFirst().amount()).isEqualTo(100);
		CreditsEvent.BalanceChanged last = heard(anna, CreditsEvent.BalanceChanged.class, 2).getLast();
		assertThat(last.available()).isEqualTo(100);
		assertThat(last.held()).isEqualTo(100);
		assertThat(last.revision()).isEqualTo(2);
	}

	@Test
	void tooLittleIsDeclinedWithBothNumbers() {
		SimulatedPerson anna = rich();

		wire().publish(Topic.CREDITS_REQUESTS, anna.id(), hold(UUID.randomUUID(), anna, 201));

		CreditsEvent.CreditsDeclined declined = heard(anna, CreditsEvent.CreditsDeclined.class, 1).getFirst();
		assertThat(declined.needed()).isEqualTo(201);
		assertThat(declined.available()).isEqualTo(200);
	}

	@Test
	void partialCaptureTakesWhatWasUsedAndGivesTheRestBack() {
		SimulatedPerson anna = rich();
		UUID job = UUID.randomUUID();
		handle(hold(job, anna, 20));

		handle(new CaptureCredits(job, anna.id(), anna.id(), 15));

		assertThat(this.ledger.balance(anna.id())).isEqualTo(new Balance(185, 0));
		CreditsEvent.CreditsCaptured captured = heard(anna, CreditsEvent.CreditsCaptured.class, 1).getFirst();
		assertThat(captured.captured()).isEqualTo(15);
		assertThat(captured.released()).isEqualTo(5);
	}

	@Test
	void aHoldThatComesAfterItsReleaseMovesNothing() {
		SimulatedPerson anna = rich();
		UUID job = UUID.randomUUID();
		handle(new ReleaseCredits(job, anna.id(), anna.id(), "cancelled"));
		handle(new ReleaseCredits(job, anna.id(), anna.id(), "cancelled"));

		handle(hold(job, anna, 100));

		assertThat(this.ledger.balance(anna.id())).isEqualTo(new Balance(200, 0));
		assertThat(heard(anna, CreditsEvent.CreditsReleased.class, 1)).hasSize(1);
		assertThat(wire().heard(Topic.CREDITS_EVENTS, anna.id(), CreditsEvent.CreditsHeld.class)).isEmpty();
	}

	@Test
	void captureOfAnUnknownHoldIsParked() {
		SimulatedPerson anna = rich();
		int before = wire().raw(Topic.parkedBy(studio.avatar.common.contract.ServiceName.GATEWAY)).size();

		wire().publish(Topic.CREDITS_REQUESTS, anna.id(),
				new CaptureCredits(UUID.randomUUID(), anna.id(), anna.id(), 5));

		awaiting()
			.until(() -> wire().raw(Topic.parkedBy(studio.avatar.common.contract.ServiceName.GATEWAY)).size() > before);
		assertThat(this.ledger.balance(anna.id())).isEqualTo(new Balance(200, 0));
	}

	@Test
	void theBalanceCardTellsWhatWasSpentOnWhat() {
		SimulatedPerson anna = rich();
		UUID job = UUID.randomUUID();
		handle(hold(job, anna, 100));
		handle(new CaptureCredits(job, anna.id(), anna.id(), 100));

		anna.sends("/balance");

		assertThat(text(awaitMessage(anna, "Your credits"))).contains("Available: 100")
			.contains("100 paid for a training")
			.contains("+200 welcome gift");
	}

	@Test
	void whateverIsAskedInWhateverOrderTheLawHolds() throws Exception {
		long seed = System.nanoTime();
		Random random = new Random(seed);
		SimulatedPerson anna = rich();
		List<UUID> jobs = random.ints(12).mapToObj((i) -> UUID.randomUUID()).toList();
		List<Callable<Void>> requests = new ArrayList<>();
		for (int i = 0; i < 300; i++) {
			CreditsRequest request = anyRequest(random, jobs, anna);
			requests.add(() -> tolerant(request));
		}

		try (var crowd = Executors.newFixedThreadPool(6)) {
			for (Future<Void> done : crowd.invokeAll(requests)) {
				done.get();
			}
		}

		Balance balance = this.ledger.balance(anna.id());
		assertThat(balance.available()).as("seed %d", seed).isNotNegative();
		assertThat(balance.held()).as("seed %d", seed).isNotNegative().isEqualTo((int) heldByHolds(anna));
		assertThat(granted(anna)).as("seed %d", seed).isEqualTo(captured(anna) + balance.held() + balance.available());
		assertThat(granted(anna) + moved(anna, "RELEASE")).as("seed %d", seed)
			.isEqualTo(moved(anna, "HOLD") + balance.available());
		assertThat(captured(anna)).as("seed %d", seed).isEqualTo(capturedByHolds(anna));
		assertThat(lowestAvailableEver(anna)).as("seed %d", seed).isNotNegative();
	}

	@Test
	void theWholeLedgerSumsToZeroAndItsPastCannotBeChanged() {
		rich();

		assertThat(this.database.sql("select coalesce(sum(amount), 0) from ledger_entry").query(Long.class).single())
			.isZero();
		assertThatThrownBy(() -> this.database.sql("update ledger_entry set amount = amount + 1").update())
			.isInstanceOf(DataAccessException.class)
			.hasMessageContaining("append-only");
		assertThatThrownBy(() -> this.database.sql("delete from ledger_movement").update())
			.isInstanceOf(DataAccessException.class)
			.hasMessageContaining("append-only");
	}

	@Test
	void anEntryWithoutItsCounterpartIsRefusedByTheDatabase() {
		SimulatedPerson anna = rich();
		UUID movement = this.database.sql("select id from ledger_movement where user_id = ?")
			.param(anna.id())
			.query(UUID.class)
			.single();

		assertThatThrownBy(() -> this.database
			.sql("insert into ledger_entry (movement_id, account, amount) values (?, 'grants', 5)")
			.param(movement)
			.update()).hasMessageContaining("does not sum to zero");
	}

	private SimulatedPerson rich() {
		SimulatedPerson anna = somebodyKnown();
		assertThat(this.ledger.balance(anna.id())).isEqualTo(new Balance(200, 0));
		return anna;
	}

	private Void tolerant(CreditsRequest request) {
		try {
			handle(request);
		}
		catch (PermanentFailure parked) {
			assertThat(parked).hasMessageContaining("hold ");
		}
		return null;
	}

	private void handle(CreditsRequest request) {
		String id = UUID.randomUUID().toString();
		Cause cause = new Cause(id, id, Trace.begin());
		new TransactionTemplate(this.transactions).executeWithoutResult(
				(status) -> this.handler.on(new Envelope<>(id, "credits", "test", java.time.Instant.now(), "1",
						cause.correlationId(), cause.causationId(), cause.trace(), null, request)));
	}

	private static CreditsRequest anyRequest(Random random, List<UUID> jobs, SimulatedPerson person) {
		UUID job = jobs.get(random.nextInt(jobs.size()));
		int amount = 10 + Math.floorMod(job.hashCode(), 40);
		return switch (random.nextInt(3)) {
			case 0 -> hold(job, person, amount);
			case 1 -> new CaptureCredits(job, person.id(), person.id(), 1 + random.nextInt(amount + 5));
			default -> new ReleaseCredits(job, person.id(), person.id(), "test");
		};
	}

	private static HoldCredits hold(UUID job, SimulatedPerson person, int amount) {
		return new HoldCredits(job, person.id(), person.id(), amount, Purpose.TRAINING);
	}

	private <E extends CreditsEvent> List<E> heard(SimulatedPerson person, Class<E> kind, int count) {
		return awaiting().until(() -> wire().heard(Topic.CREDITS_EVENTS, person.id(), kind),
				(all) -> all.size() >= count);
	}

	private long granted(SimulatedPerson person) {
		return moved(person, "WELCOME");
	}

	private long captured(SimulatedPerson person) {
		return moved(person, "CAPTURE");
	}

	private long moved(SimulatedPerson person, String kind) {
		return this.database.sql("""
				select coalesce(sum(e.amount), 0) from ledger_entry e join ledger_movement m on m.id = e.movement_id
				where m.user_id = ? and m.kind = ? and e.amount > 0""")
			.params(person.id(), kind)
			.query(Long.class)
			.single();
	}

	private long heldByHolds(SimulatedPerson person) {
		return this.database.sql("select coalesce(sum(amount), 0) from hold where user_id = ? and status = 'held'")
			.param(person.id())
			.query(Long.class)
			.single();
	}

	private long capturedByHolds(SimulatedPerson person) {
		return this.database.sql("select coalesce(sum(captured), 0) from hold where user_id = ?")
			.param(person.id())
			.query(Long.class)
			.single();
	}

	/** Entries of one person are written under the lock, so their ids tell the order. */
	private long lowestAvailableEver(SimulatedPerson person) {
		return this.database.sql("""
				select min(running) from
				(select sum(amount) over (order by id) as running from ledger_entry where account = ?) as history""")
			.param(Movement.available(person.id()))
			.query(Long.class)
			.single();
	}

}
