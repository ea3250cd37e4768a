package studio.avatar.console.replay;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import studio.avatar.console.replay.PassSums.EventSum;
import studio.avatar.console.replay.PassSums.FailureSum;
import studio.avatar.console.replay.PassSums.PaidSum;
import studio.avatar.console.replay.PassSums.SampleItem;

/** Sums up what the outcomes of a pass say. */
@Component
class Sums {

	private static final String OF_PASS = " where replay_id = ? and pass = ? ";

	/**
	 * What stands twice happens once: of the records of one event the first counts that
	 * would have effects at all.
	 */
	private static final String ONCE = """
			(select distinct on (i.topic, i.fingerprint, case when i.fingerprint is null then i.item end) said.*
			 from replay_outcome said join replay_item i using (replay_id, item)
			 where said.replay_id = ? and said.pass = ? and said.effects is not null
			 order by i.topic, i.fingerprint, case when i.fingerprint is null then i.item end, i.item) once""";

	private final JdbcClient database;

	Sums(JdbcClient database) {
		this.database = database;
	}

	PassSums of(Pass pass) {
		Map<ItemResult, Long> results = results(pass);
		Map<String, Long> credits = credits(pass);
		return new PassSums(results, samples(pass, results), events(pass), credits.get("held"), credits.get("moved"),
				paid(pass), chats(pass), someChats(pass), failures(pass));
	}

	/** Outcomes and failures alone, for a pass that is going on. */
	PassSums soFar(Pass pass) {
		List<FailureSum> failures = (pass.failed() > 0) ? failures(pass) : List.of();
		return new PassSums(results(pass), Map.of(), List.of(), 0, 0, List.of(), 0, List.of(), failures);
	}

	private Map<ItemResult, Long> results(Pass pass) {
		Map<ItemResult, Long> results = new EnumMap<>(ItemResult.class);
		query("select result, count(*) as records from replay_outcome" + OF_PASS + "group by result", pass)
			.query((row) -> {
				results.put(ItemResult.valueOf(row.getString("result")), row.getLong("records"));
			});
		return results;
	}

	private Map<ItemResult, List<SampleItem>> samples(Pass pass, Map<ItemResult, Long> results) {
		Map<ItemResult, List<SampleItem>> samples = new LinkedHashMap<>();
		results.keySet().forEach((result) -> samples.put(result, samples(pass, result)));
		return samples;
	}

	private List<SampleItem> samples(Pass pass, ItemResult result) {
		return this.database.sql("""
				select i.* from replay_outcome o join replay_item i using (replay_id, item)
				where o.replay_id = ? and o.pass = ? and o.result = ? order by i.item limit ?""")
			.params(pass.replayId(), pass.number(), result.name(), PassSums.SAMPLES)
			.query(Sums::sample)
			.list();
	}

	private List<EventSum> events(Pass pass) {
		return query("""
				select said ->> 'type' as type, sum(cast(said ->> 'count' as bigint)) as events, count(*) as records
				from %s, jsonb_array_elements(effects -> 'events') said""".formatted(ONCE)
				+ " group by 1 order by 2 desc, 1", pass)
			.query((row, number) -> new EventSum(row.getString("type"), row.getLong("events"), row.getLong("records")))
			.list();
	}

	private Map<String, Long> credits(Pass pass) {
		return query("""
				select coalesce(sum(cast(effects ->> 'creditsHeld' as bigint)), 0) as held,
					coalesce(sum(cast(effects ->> 'creditsMoved' as bigint)), 0) as moved
				from %s""".formatted(ONCE), pass)
			.query((row, number) -> Map.of("held", row.getLong("held"), "moved", row.getLong("moved")))
			.single();
	}

	private List<PaidSum> paid(Pass pass) {
		return query("""
				select paid ->> 'kind' as kind, sum(cast(paid ->> 'count' as bigint)) as calls, count(*) as records
				from %s, jsonb_array_elements(effects -> 'paidCalls') paid""".formatted(ONCE)
				+ " group by 1 order by 1", pass)
			.query((row, number) -> new PaidSum(row.getString("kind"), row.getLong("calls"), row.getLong("records")))
			.list();
	}

	private long chats(Pass pass) {
		return query("select count(distinct chat) from replay_outcome, "
				+ "jsonb_array_elements_text(effects -> 'chats') chat" + OF_PASS, pass)
			.query(Long.class)
			.single();
	}

	private List<Long> someChats(Pass pass) {
		return query("select distinct cast(chat as bigint) from replay_outcome, "
				+ "jsonb_array_elements_text(effects -> 'chats') chat" + OF_PASS + "order by 1 limit "
				+ PassSums.MOST_CHATS, pass)
			.query(Long.class)
			.list();
	}

	private List<FailureSum> failures(Pass pass) {
		return query("""
				select coalesce(cause, '') as cause, coalesce(min(message), '') as message,
					coalesce(fingerprint, '') as fingerprint, count(*) as records, min(result) as result,
					(array_agg(item order by item))[1:%d] as items
				from replay_outcome %s and result in ('WOULD_FAIL', 'FAILED', 'REFUSED', 'UNANSWERED')
				group by cause, fingerprint order by 4 desc, 3 limit 100""".formatted(PassSums.SAMPLES, OF_PASS), pass)
			.query((row, number) -> failure(pass, row))
			.list();
	}

	private FailureSum failure(Pass pass, ResultSet row) throws SQLException {
		Long[] items = (Long[]) row.getArray("items").getArray();
		String cause = row.getString("result").equals(ItemResult.UNANSWERED.name()) ? "no answer"
				: row.getString("cause");
		return new FailureSum(cause, row.getString("message"), row.getString("fingerprint"), row.getLong("records"),
				samples(pass, items));
	}

	private List<SampleItem> samples(Pass pass, Long[] items) {
		return this.database
			.sql("select * from replay_item where replay_id = :replay and item in (:items) order by item")
			.param("replay", pass.replayId())
			.param("items", Arrays.stream(items).collect(Collectors.toList()))
			.query(Sums::sample)
			.list();
	}

	private JdbcClient.StatementSpec query(String sql, Pass pass) {
		return this.database.sql(sql).params(pass.replayId(), pass.number());
	}

	private static SampleItem sample(ResultSet row, int number) throws SQLException {
		return new SampleItem(row.getLong("item"), row.getString("topic"), row.getInt("topic_partition"),
				row.getLong("topic_offset"));
	}

}
