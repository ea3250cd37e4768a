package studio.avatar.common.operating;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.jdbc.core.simple.JdbcClient;

import studio.avatar.common.contract.OperatorReport.ConsumerState;
import studio.avatar.common.contract.OperatorReport.InstanceSeen;
import studio.avatar.common.contract.OperatorReport.JobCount;
import studio.avatar.common.contract.OperatorReport.StuckJob;
import studio.avatar.common.contract.ServiceName;
import studio.avatar.common.contract.Topic;
import studio.avatar.common.messaging.Listeners;
import studio.avatar.common.messaging.MessageCounters;
import studio.avatar.common.messaging.MessageCounters.Outcome;

/** How this instance is, and how it stands with what its service shares. */
class InstanceReport {

	private final ServiceName service;

	private final String instance;

	private final Instant startedAt;

	private final MessageCounters counters;

	private final Listeners listeners;

	private final List<JobsUnderWay> jobs;

	private final MeterRegistry meters;

	private final JdbcClient database;

	private final Clock clock;

	InstanceReport(ServiceName service, String instance, MessageCounters counters, Listeners listeners,
			List<JobsUnderWay> jobs, MeterRegistry meters, JdbcClient database, Clock clock) {
		this.service = service;
		this.instance = instance;
		this.startedAt = clock.instant();
		this.counters = counters;
		this.listeners = listeners;
		this.jobs = jobs;
		this.meters = meters;
		this.database = database;
		this.clock = clock;
	}

	InstanceSeen now() {
		Waiting outbox = outbox();
		return new InstanceSeen(this.service.id(), this.instance, this.startedAt, this.clock.instant(), consumers(),
				outbox.size(), outbox.oldest(), counts(), stuck(), CallsInVain.soFar(this.meters));
	}

	private List<ConsumerState> consumers() {
		return Stream
			.concat(Topic.heardBy(this.service).stream().map(Topic::topicName), Stream.of(Topic.replayOf(this.service)))
			.map((topic) -> consumer(this.service.id() + '/' + topic))
			.toList();
	}

	private ConsumerState consumer(String name) {
		return new ConsumerState(name, this.listeners.isPaused(name), this.counters.get(name, Outcome.RECEIVED),
				this.counters.get(name, Outcome.HANDLED), this.counters.get(name, Outcome.DUPLICATE),
				this.counters.get(name, Outcome.UNRECOGNIZED), this.counters.get(name, Outcome.PARKED));
	}

	private Waiting outbox() {
		return this.database.sql("select count(*), min(created_at) from outbox")
			.query((row, number) -> new Waiting(row.getLong(1),
					(row.getTimestamp(2) != null) ? row.getTimestamp(2).toInstant() : null))
			.single();
	}

	private List<JobCount> counts() {
		return this.jobs.stream().flatMap((kind) -> kind.counts().stream()).toList();
	}

	private List<StuckJob> stuck() {
		return this.jobs.stream().flatMap((kind) -> kind.stuck().stream()).limit(InstanceSeen.MOST_STUCK).toList();
	}

}
