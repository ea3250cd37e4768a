package studio.avatar.sandbox.provider.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An HTTP server: one virtual thread per call, every call shown to an observer before its
 * answer leaves.
 */
public final class Door implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(Door.class);

	private final Place place;

	private final HttpServer server;

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	private final BiConsumer<Incoming, Reply> observer;

	static {
		// Without it every answer waits up to 40 ms for the client's delayed
		// acknowledgement.
		System.setProperty("sun.net.httpserver.nodelay", "true");
	}

	/** Answers the calls under one path. */
	@FunctionalInterface
	public interface Api {

		Reply answer(Incoming call) throws IOException, InterruptedException;

	}

	/** Listens at the place. Fails when its port is in use. */
	public Door(Place place, BiConsumer<Incoming, Reply> observer) {
		this.place = place;
		this.observer = observer;
		try {
			this.server = HttpServer.create(place.listening(), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("cannot listen on port " + place.port() + ": " + ex.getMessage(), ex);
		}
		this.server.setExecutor(this.threads);
	}

	/** Answers every call whose path begins with the prefix. */
	public Door serve(String prefix, Api api) {
		this.server.createContext(prefix, (exchange) -> handle(exchange, api));
		return this;
	}

	public Door open() {
		this.server.start();
		return this;
	}

	public URI url(String path) {
		return URI.create("http://" + this.place.host() + ":" + this.server.getAddress().getPort() + path);
	}

	private void handle(HttpExchange exchange, Api api) throws IOException {
		try (exchange) {
			Incoming call = new Incoming(exchange);
			Reply reply = answer(call, api);
			this.observer.accept(call, reply);
			send(exchange, reply);
		}
	}

	private static Reply answer(Incoming call, Api api) {
		try {
			return api.answer(call);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return Reply.cut();
		}
		catch (IOException | RuntimeException ex) {
			log.atWarn().setCause(ex).addKeyValue("path", call.path()).log("A call could not be answered");
			return Reply.json(500, Map.of("detail", "simulator error: " + ex));
		}
	}

	private static void send(HttpExchange exchange, Reply reply) throws IOException {
		if (reply.status() == 0) {
			return;
		}
		reply.headers().forEach(exchange.getResponseHeaders()::set);
		boolean bodiless = exchange.getRequestMethod().equals("HEAD") || reply.body().length() == 0;
		exchange.sendResponseHeaders(reply.status(), bodiless ? -1 : reply.body().length());
		if (!bodiless) {
			try (InputStream bytes = reply.body().source().open()) {
				bytes.transferTo(exchange.getResponseBody());
			}
		}
	}

	/** Stops listening and ends the calls that still hang. */
	@Override
	public void close() {
		this.server.stop(0);
		this.threads.shutdownNow();
	}

}
