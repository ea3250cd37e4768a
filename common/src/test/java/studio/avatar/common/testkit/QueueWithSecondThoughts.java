package studio.avatar.common.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.awaitility.Awaitility;

/**
 * A provider's queue that, while it is being asked, calls about an earlier request for
 * the same job, and answers only when the service has heard of that one. Whatever it took
 * never ends.
 */
public final class QueueWithSecondThoughts implements AutoCloseable {

	/** The id of the earlier request. */
	public static final String FIRST = "the-first";

	/** The id of the request that is answered late. */
	public static final String SECOND = "the-second";

	private final HttpServer http;

	private final int status;

	private final List<String> stopped = new CopyOnWriteArrayList<>();

	private volatile BooleanSupplier heard = () -> true;

	/** Takes what it is asked, or refuses it, by the HTTP status of its answer. */
	public QueueWithSecondThoughts(int status) {
		this.status = status;
		try {
			this.http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		this.http.createContext("/", this::take);
		this.http.start();
	}

	/** {@code FAL_QUEUE_URL}. */
	public String url() {
		return "http://127.0.0.1:" + this.http.getAddress().getPort();
	}

	/** Answers no submit before this is so. */
	public void answersWhen(BooleanSupplier heard) {
		this.heard = heard;
	}

	/** Paths of the requests that it was told to stop. */
	public List<String> stopped() {
		return List.copyOf(this.stopped);
	}

	private void take(HttpExchange call) throws IOException {
		try (call) {
			call.getRequestBody().readAllBytes();
			switch (call.getRequestMethod()) {
				case "POST" -> submit(call);
				case "PUT" -> {
					this.stopped.add(call.getRequestURI().getPath());
					answer(call, 202, "{\"status\": \"CANCELLATION_REQUESTED\"}");
				}
				default -> answer(call, 200, "{\"status\": \"IN_PROGRESS\", \"logs\": []}");
			}
		}
	}

	private void submit(HttpExchange call) throws IOException {
		String query = call.getRequestURI().getRawQuery();
		tell(URI.create(URLDecoder.decode(query.substring("fal_webhook=".length()), StandardCharsets.UTF_8)));
		Awaitility.await().until(() -> this.heard.getAsBoolean());
		String request = url() + "/requests/" + SECOND;
		answer(call, this.status, (this.status == 200) ? """
				{"request_id": "%s", "status_url": "%s/status", "response_url": "%s", "cancel_url": "%s/cancel"}"""
			.formatted(SECOND, request, request, request) : "{\"detail\": \"User is locked.\"}");
	}

	private static void tell(URI webhook) throws IOException {
		try (HttpClient client = HttpClient.newHttpClient()) {
			client.send(HttpRequest.newBuilder(webhook)
				.POST(BodyPublishers.ofString("{\"request_id\": \"%s\", \"status\": \"OK\"}".formatted(FIRST)))
				.build(), BodyHandlers.discarding());
		}
		catch (InterruptedException ex) {
			throw new IOException(ex);
		}
	}

	private static void answer(HttpExchange call, int status, String json) throws IOException {
		byte[] body = json.getBytes(StandardCharsets.UTF_8);
		call.getResponseHeaders().add("Content-Type", "application/json");
		call.sendResponseHeaders(status, body.length);
		call.getResponseBody().write(body);
	}

	@Override
	public void close() {
		this.http.stop(0);
	}

}
