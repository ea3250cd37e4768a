package studio.avatar.console.parked;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

import studio.avatar.common.contract.OperatorCommand;
import studio.avatar.common.contract.Topic;
import studio.avatar.common.messaging.Envelope;
import studio.avatar.common.messaging.EventCodec;
import studio.avatar.console.audit.Audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SettlingIT extends ParkedUnderTest {

	private static final String WAITS = "studio.avatar.common.messaging.WaitsBehindParked";

	@Autowired
	private Discarding discarding;

	@Autowired
	private BatchSending sending;

	@Autowired
	private EventCodec codec;

	@Autowired
	private Audit audit;

	@Autowired
	private RetryAdvance advance;

	@Autowired
	private Releasing releasing;

	@Test
	void discardingNeedsAReason() {
		assertThatThrownBy(() -> new Wish("anna", "  ", null)).isInstanceOf(ParkedRefused.class);
	}

	@Test
	void aGroupIsDiscardedOnceAndItsRecordsSayWhy() {
		this.parking.park(1);
		this.parking.park(2);
		await(this.parking.group(), 2);
		assertThat(this.discarding.group(this.parking.group(), Long.MAX_VALUE, wish())).isEqualTo(2);
		assertThatThrownBy(() -> this.discarding.group(this.parking.group(), Long.MAX_VALUE, wish()))
			.isInstanceOf(ParkedRefused.class);
		ParkedRow row = this.lists.ofGroup(this.parking.group(), true, Long.MAX_VALUE).getFirst();
		assertThat(row.status()).isEqualTo(Status.DISCARDED);
		assertThat(this.files.find(row.id()).orElseThrow().actions()).singleElement()
			.matches((action) -> action.what().equals("discarded") && action.reason().equals("it is mended"));
	}

	@Test
	void whereMoneyIsTheKeyIsLetOn() {
		long chat = ThreadLocalRandom.current().nextLong(1L << 40);
		Parking money = new Parking(WIRE, "gateway/credits.requests");
		long offset = money.park(chat);
		await(money.group(), 1);
		this.discarding.group(money.group(), Long.MAX_VALUE, wish());
		var wanted = new OperatorCommand.LetKeyOn("gateway/credits.requests", String.valueOf(chat),
				"credits.requests-3@" + offset, "anna");
		Awaitility.await()
			.untilAsserted(() -> assertThat(WIRE.heard(Topic.OPERATOR_COMMANDS)).<Object>extracting(Envelope::event)
				.contains(wanted));
	}

	@Test
	void whatWaitsIsShownUnderItsHeadAndRedeliveredInOrderWhenThatIsSettled() {
		long chat = ThreadLocalRandom.current().nextLong(1L << 40);
		Parking money = new Parking(WIRE, "gateway/credits.requests");
		long head = money.park(chat);
		Parking waiting = new Parking(WIRE, "gateway/credits.requests").because(WAITS, "waits for " + head);
		waiting.park(chat);
		waiting.park(chat);
		Awaitility.await().untilAsserted(() -> assertThat(this.lists.waitingBehind(money.group())).hasSize(2));
		assertThat(this.groups.find(money.group()).orElseThrow().waiting()).isEqualTo(2);
		assertThat(this.groups.find(waiting.group())).isEmpty();
		List<Long> inOrder = this.lists.waitingBehind(money.group()).stream().map(ParkedRow::offset).sorted().toList();
		this.discarding.group(money.group(), Long.MAX_VALUE, wish());
		Awaitility.await().until(() -> release(chat).isPresent());
		assertThat(this.answering.out(release(chat).orElseThrow())).extracting(Answering.Sent::topicOffset)
			.isEqualTo(inOrder);
	}

	@Test
	void aReleaseThatAnOperatorEndsIsNotBegunAgain() {
		long chat = ThreadLocalRandom.current().nextLong(1L << 40);
		new Parking(WIRE, "gateway/credits.requests").because(WAITS, "waits for nothing").park(chat);
		Awaitility.await().until(() -> release(chat).isPresent());
		long retry = release(chat).orElseThrow();
		this.advance.cancel(retry, "anna");
		Awaitility.await().untilAsserted(() -> assertThat(statusOfWaiting(chat)).isEqualTo("OPEN"));
		this.releasing.releaseWhatIsFree();
		assertThat(release(chat)).hasValue(retry);
		this.releasing.releaseAll(wish());
		assertThat(release(chat).orElseThrow()).isGreaterThan(retry);
	}

	@Test
	void whatCameAfterOneLookedIsNotDiscarded() {
		this.parking.park(1);
		long seen = await(this.parking.group(), 1).newest();
		this.parking.park(2);
		await(this.parking.group(), 2);
		assertThat(this.discarding.group(this.parking.group(), seen, wish())).isEqualTo(1);
		assertThat(this.groups.find(this.parking.group()).orElseThrow().open()).isEqualTo(1);
	}

	@Test
	void anEditIsANewEventCausedByTheOldOneAndKeepsTheDifference() {
		this.parking.park(42);
		await(this.parking.group(), 1);
		ParkedRecord record = this.files.record(only(this.parking.group()).id()).orElseThrow();
		long retry = edit(record, "{\"chatId\":43}");
		Edit edit = this.files.find(record.id()).orElseThrow().edits().getFirst();
		assertThat(edit.difference()).extracting(LineDifference.Line::mark)
			.contains(LineDifference.Mark.GONE, LineDifference.Mark.NEW);
		assertThat(headersSent(retry)).contains("\"ce_causationid\":\"%s\"".formatted(record.eventId()))
			.contains("\"ce_id\":\"%s\"".formatted(edit.eventId()));
		assertThat(this.files.value(record.id())).isEqualTo("{\"chatId\":42}".getBytes(StandardCharsets.UTF_8));
		this.answering.answer(retry, (sent) -> true);
		assertThat(this.files.record(record.id()).orElseThrow().status()).isEqualTo(Status.EDITED);
	}

	@Test
	void anEditThatIsNoJsonIsRefused() {
		this.parking.park(42);
		await(this.parking.group(), 1);
		ParkedRecord record = this.files.record(only(this.parking.group()).id()).orElseThrow();
		assertThatThrownBy(() -> edit(record, "{\"chatId\":")).isInstanceOf(ParkedRefused.class)
			.hasMessageContaining("no JSON");
		assertThatThrownBy(() -> edit(record, "{\"chatId\":42,\"chatId\":43}")).isInstanceOf(ParkedRefused.class)
			.hasMessageContaining("chatId");
		assertThatThrownBy(() -> edit(record, "{ \"chatId\" : 42 }")).isInstanceOf(ParkedRefused.class)
			.hasMessageContaining("Nothing was changed");
		assertThat(this.files.record(record.id()).orElseThrow().status()).isEqualTo(Status.OPEN);
	}

	@Test
	void editingIsOffUnlessItIsTurnedOn() {
		this.parking.park(42);
		await(this.parking.group(), 1);
		ParkedRecord record = this.files.record(only(this.parking.group()).id()).orElseThrow();
		Editing off = editing(false);
		assertThatThrownBy(() -> off.send(record, "{}", wish())).isInstanceOf(ParkedRefused.class);
	}

	private String statusOfWaiting(long chat) {
		return this.database.sql("select status from parked_record where record_key = ? and waits")
			.param(String.valueOf(chat))
			.query(String.class)
			.single();
	}

	private long edit(ParkedRecord record, String body) {
		Long retry = new TransactionTemplate(this.transactions)
			.execute((status) -> editing(true).send(record, body, wish()));
		return Optional.ofNullable(retry).orElseThrow();
	}

	private Editing editing(boolean on) {
		ParkedSettings settings = new ParkedSettings(List.of(1), 10, 0.2, on, 10, Duration.ofDays(90));
		return new Editing(this.database, this.start, this.sending, settings, this.codec, this.audit);
	}

	private String headersSent(long retry) {
		return this.database.sql("select headers from parked_edit where retry_id = ?")
			.param(retry)
			.query(String.class)
			.single();
	}

	private Optional<Long> release(long chat) {
		return this.database.sql("""
				select max(i.retry_id) from parked_retry_item i join parked_record r on r.id = i.parked_id
				where r.record_key = ? and r.waits""").param(String.valueOf(chat)).query(Long.class).optional();
	}

}
