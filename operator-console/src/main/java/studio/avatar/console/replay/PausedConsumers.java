package studio.avatar.console.replay;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import studio.avatar.common.contract.OperatorReport;
import studio.avatar.common.contract.ServiceName;

/** Which live consumers are paused, as their services' instances said last. */
@Component
public class PausedConsumers {

	private static final Duration TOO_OLD = Duration.ofMinutes(1);

	private final JdbcClient database;

	private final JsonMapper json = JsonMapper.shared();

	PausedConsumers(JdbcClient database) {
		this.database = database;
	}

	/** Keeps what an instance said; all instances of the console read it. */
	public void on(OperatorReport.InstanceSeen seen) {
		Set<String> paused = seen.consumers()
			.stream()
			.filter(OperatorReport.ConsumerState::paused)
			.map(OperatorReport.ConsumerState::consumer)
			.collect(Collectors.toSet());
		this.database.sql("""
				insert into replay_paused_consumers (service, instance, consumers, heard_at)
				values (?, ?, cast(? as jsonb), now())
				on conflict (service, instance) do update set consumers = excluded.consumers, heard_at = now()""")
			.params(seen.service(), seen.instance(), this.json.writeValueAsString(paused))
			.update();
		this.database.sql("delete from replay_paused_consumers where heard_at < now() - interval '1 day'").update();
	}

	/**
	 * Names such as {@code gallery/generation.events}; an instance long silent has no
	 * say.
	 */
	Set<String> of(ServiceName service) {
		return Set.copyOf(this.database.sql("""
				select distinct consumer from replay_paused_consumers, jsonb_array_elements_text(consumers) consumer
				where service = ? and heard_at > now() - make_interval(secs => ?)""")
			.params(service.id(), TOO_OLD.toSeconds())
			.query(String.class)
			.list());
	}

}
