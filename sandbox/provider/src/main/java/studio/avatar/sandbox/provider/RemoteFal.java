package studio.avatar.sandbox.provider;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;

import studio.avatar.sandbox.provider.Fault.Call;
import studio.avatar.sandbox.provider.http.Json;
import tools.jackson.core.type.TypeReference;

/**
 * A fal simulator in another process, with the verbs a test needs: its journal, its
 * faults, its requests.
 */
public final class RemoteFal implements AutoCloseable {

	private final HttpClient http = HttpClient.newHttpClient();

	private final URI control;

	/** At the address that {@link FalSimulator#controlUrl()} tells. */
	public RemoteFal(URI controlUrl) {
		this.control = controlUrl;
	}

	/** Every call so far, oldest first. */
	public List<FalJournal.Entry> calls() {
		return get("/journal", new TypeReference<>() {
		});
	}

	/** How many paid requests were accepted, per endpoint. */
	public Map<String, Integer> submits() {
		return get("/submits", new TypeReference<>() {
		});
	}

	/** How many paid requests one endpoint has accepted. */
	public int submits(String endpoint) {
		return submits().getOrDefault(endpoint, 0);
	}

	/** Input fields an endpoint has silently ignored, as {@code endpoint: field}. */
	public List<String> ignoredFields() {
		return get("/ignored-fields", new TypeReference<>() {
		});
	}

	/** Every request accepted so far, oldest first. */
	public List<SimulatedRequest> requests() {
		return get("/requests", new TypeReference<>() {
		});
	}

	/** Lets a fault wait for its calls. */
	public void add(Fault fault) {
		send("POST", "/faults", Json.MAPPER.writeValueAsString(fault));
	}

	/** The next call of this kind goes wrong. */
	public void next(Call call, Effect effect) {
		add(Fault.next(call, effect));
	}

	/** The faults that no call has used up yet. */
	public List<Fault> faults() {
		return get("/faults", new TypeReference<>() {
		});
	}

	/** Nothing goes wrong any more. */
	public void clearFaults() {
		send("DELETE", "/faults", "");
	}

	/** From now on webhooks are signed with another key. */
	public void rotateWebhookKey() {
		send("POST", "/rotate-webhook-key", "");
	}

	/** Forgets every call seen so far. */
	public void clearJournal() {
		send("DELETE", "/journal", "");
	}

	private <T> T get(String path, TypeReference<T> type) {
		return Json.MAPPER.readValue(send("GET", path, ""), type);
	}

	private String send(String verb, String path, String body) {
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.control + path))
			.method(verb, BodyPublishers.ofString(body))
			.build();
		try {
			HttpResponse<String> answer = this.http.send(request, BodyHandlers.ofString());
			if (answer.statusCode() >= 300) {
				throw new IllegalStateException("the simulator answered " + answer.statusCode() + " " + answer.body());
			}
			return answer.body();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("interrupted", ex);
		}
	}

	@Override
	public void close() {
		this.http.close();
	}

}
