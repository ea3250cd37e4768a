package studio.avatar.sandbox.backing;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.admin.Admin;

/**
 * Asks a broker whether it takes part in its cluster: its port opens a little earlier.
 */
final class BrokerProbe implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private final Admin admin;

	private BrokerProbe(Admin admin) {
		this.admin = admin;
	}

	static BrokerProbe of(String bootstrapServers) {
		Map<String, Object> config = Map.of("bootstrap.servers", bootstrapServers, "reconnect.backoff.ms", 20,
				"reconnect.backoff.max.ms", 20, "retry.backoff.ms", 20, "request.timeout.ms", 2000,
				"default.api.timeout.ms", 2000);
		return new BrokerProbe(Admin.create(config));
	}

	boolean answers() {
		try {
			return !this.admin.describeCluster().nodes().get(PATIENCE.toSeconds(), TimeUnit.SECONDS).isEmpty();
		}
		catch (ExecutionException | TimeoutException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new BackingException("Interrupted while Kafka was starting", ex);
		}
	}

	@Override
	public void close() {
		this.admin.close();
	}

}
