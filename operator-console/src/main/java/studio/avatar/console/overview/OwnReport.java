package studio.avatar.console.overview;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import studio.avatar.common.contract.OperatorReport.ConsumerState;
import studio.avatar.common.contract.OperatorReport.InstanceSeen;
import studio.avatar.common.contract.ServiceName;
import studio.avatar.common.contract.Topic;
import studio.avatar.common.messaging.MessageCounters;
import studio.avatar.common.messaging.MessageCounters.Outcome;

/**
 * Notes how the console itself is, as the others tell it of themselves. It takes no way
 * over the broker: with several consoles each is seen, and one that cannot write to the
 * database shows nothing to anybody.
 */
@Component
class OwnReport extends Ticking {

	private static final String CONSOLE = ServiceName.CONSOLE.id();

	private final String instance = "%s-%s-%d-%s".formatted(CONSOLE,
			Objects.requireNonNullElse(System.getenv("HOSTNAME"), "here"), ProcessHandle.current().pid(),
			UUID.randomUUID().toString().substring(0, 4));

	private final Instances instances;

	private final MessageCounters counters;

	private final JdbcClient database;

	private final TransactionTemplate transaction;

	private final Clock clock;

	private final Instant startedAt;

	OwnReport(Instances instances, MessageCounters counters, JdbcClient database,
			PlatformTransactionManager transactions, OverviewSettings settings, Clock clock) {
		super("own-report", settings.lookEvery());
		this.instances = instances;
		this.counters = counters;
		this.database = database;
		this.transaction = new TransactionTemplate(transactions);
		this.clock = clock;
		this.startedAt = clock.instant();
	}

	@Override
	void tick() {
		this.transaction.executeWithoutResult((status) -> this.instances.on(now()));
	}

	private InstanceSeen now() {
		return this.database.sql("select count(*) as size, min(created_at) as oldest from outbox")
			.query((row, number) -> seen(row))
			.single();
	}

	private InstanceSeen seen(ResultSet outbox) throws SQLException {
		OffsetDateTime oldest = outbox.getObject("oldest", OffsetDateTime.class);
		return new InstanceSeen(CONSOLE, this.instance, this.startedAt, this.clock.instant(), consumers(),
				outbox.getLong("size"), (oldest != null) ? oldest.toInstant() : null, List.of(), List.of(), List.of());
	}

	private List<ConsumerState> consumers() {
		return Topic.heardBy(ServiceName.CONSOLE)
			.stream()
			.map((topic) -> consumer(CONSOLE + '/' + topic.topicName()))
			.toList();
	}

	private ConsumerState consumer(String name) {
		return new ConsumerState(name, false, this.counters.get(name, Outcome.RECEIVED),
				this.counters.get(name, Outcome.HANDLED), this.counters.get(name, Outcome.DUPLICATE),
				this.counters.get(name, Outcome.UNRECOGNIZED), this.counters.get(name, Outcome.PARKED));
	}

}
