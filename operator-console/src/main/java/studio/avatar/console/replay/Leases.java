package studio.avatar.console.replay;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which instance of the console drives which replay: one at a time, for as long as it
 * shows that it lives. Times are the database's.
 */
@Component
class Leases {

	private static final String DRIVEN = "state in ('PREVIEWING', 'RUNNING')";

	private final JdbcClient database;

	private final Duration lease;

	Leases(JdbcClient database, ReplaySettings settings) {
		this.database = database;
		this.lease = settings.lease();
	}

	/**
	 * Takes what nobody drives, the oldest first; at most that many.
	 * @param without what this instance is at, however slow it is
	 */
	List<UUID> take(String runner, int most, Collection<UUID> without) {
		return this.database.sql("""
				update replay set runner = ?, lease_until = now() + make_interval(secs => ?)
				where id in (
					select id from replay where %s and (lease_until is null or lease_until < now()) and id <> all (?)
					order by changed_at limit ? for update skip locked)
				returning id""".formatted(DRIVEN))
			.params(runner, seconds(), without.toArray(UUID[]::new), most)
			.query(UUID.class)
			.list();
	}

	/** Keeps it; false when another has taken it, or nobody is to drive it any more. */
	boolean renew(UUID id, String runner) {
		return this.database.sql("""
				update replay set lease_until = now() + make_interval(secs => ?)
				where id = ? and runner = ? and %s""".formatted(DRIVEN)).params(seconds(), id, runner).update() == 1;
	}

	/** Lets another have it at once. */
	void release(UUID id, String runner) {
		this.database.sql("update replay set runner = null, lease_until = null where id = ? and runner = ?")
			.params(id, runner)
			.update();
	}

	private double seconds() {
		return this.lease.toMillis() / 1000.0;
	}

}
