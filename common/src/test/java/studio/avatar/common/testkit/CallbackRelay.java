package studio.avatar.common.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import studio.avatar.common.contract.ProviderCallback.JobEnded;
import studio.avatar.common.contract.ServiceName;
import studio.avatar.common.contract.Topic;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stands in for the gateway where the provider calls: what comes in goes to the service
 * as an event, unless it is held back. It checks no signature.
 */
public final class CallbackRelay implements AutoCloseable {

	private final Wire wire;

	private final HttpServer http;

	private final List<JobEnded> heard = new CopyOnWriteArrayList<>();

	private boolean held;

	public CallbackRelay(Wire wire) {
		this.wire = wire;
		try {
			this.http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.http.createContext("/webhooks/fal/", this::take);
		this.http.start();
	}

	/** {@code FAL_WEBHOOK_URL}. */
	public String url() {
		return "http://127.0.0.1:%d/webhooks/fal".formatted(this.http.getAddress().getPort());
	}

	/** Keeps what comes in from now on to itself. */
	public synchronized void hold() {
		this.held = true;
	}

	/** Tells what was held back, and whatever comes in from now on. */
	public synchronized void release() {
		this.held = false;
		this.heard.forEach(this::tell);
	}

	/** What the provider has said about a job so far. */
	public List<JobEnded> heard(UUID jobId) {
		return this.heard.stream().filter((ended) -> ended.jobId().equals(jobId)).toList();
	}

	public void tell(JobEnded ended) {
		this.wire.publish(Topic.PROVIDER_CALLBACKS, ended.jobId(), ended);
	}

	private synchronized void take(HttpExchange call) throws IOException {
		try (call) {
			JobEnded ended = read(call);
			this.heard.add(ended);
			if (!this.held) {
				tell(ended);
			}
			call.sendResponseHeaders(200, -1);
		}
	}

	private static JobEnded read(HttpExchange call) throws IOException {
		JsonNode body = JsonMapper.shared().readTree(call.getRequestBody().readAllBytes());
		String[] path = call.getRequestURI().getPath().split("/");
		String proof = call.getRequestURI().getQuery().substring("proof=".length());
		return new JobEnded(ServiceName.of(path[3]), UUID.fromString(path[4]), proof,
				body.path("request_id").asString(), body.path("status").asString().equals("OK"), Instant.now());
	}

	@Override
	public void close() {
		this.http.stop(0);
	}

}
