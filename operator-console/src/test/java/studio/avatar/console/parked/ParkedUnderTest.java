package studio.avatar.console.parked;

import java.util.List;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import studio.avatar.console.ConsoleUnderTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Records parked by a made-up handler, and operators who look at them. */
abstract class ParkedUnderTest extends ConsoleUnderTest {

	@Autowired
	protected ParkedGroups groups;

	@Autowired
	protected ParkedLists lists;

	@Autowired
	protected ParkedFiles files;

	@Autowired
	protected RetryStart start;

	@Autowired
	protected RetryViews retries;

	@Autowired
	protected ApplicationEventPublisher events;

	@Autowired
	protected PlatformTransactionManager transactions;

	protected Parking parking;

	protected Answering answering;

	@BeforeEach
	void aGroupOfItsOwn() {
		this.parking = new Parking(WIRE, "generation/training.events");
		this.answering = new Answering(this.database, this.events, new TransactionTemplate(this.transactions));
	}

	protected Group await(GroupName name, long open) {
		Awaitility.await().untilAsserted(() -> assertThat(this.groups.find(name).map(Group::open)).hasValue(open));
		return this.groups.find(name).orElseThrow();
	}

	protected ParkedRow only(GroupName name) {
		List<ParkedRow> rows = this.lists.ofGroup(name, true, Long.MAX_VALUE);
		assertThat(rows).hasSize(1);
		return rows.getFirst();
	}

	protected static Wish wish() {
		return new Wish("anna", "it is mended", null);
	}

}
