package studio.avatar.sandbox.telegram.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

import com.sun.net.httpserver.HttpExchange;
import org.jspecify.annotations.Nullable;
import studio.avatar.sandbox.telegram.chat.ChatEvents;
import studio.avatar.sandbox.telegram.chat.ChatEvents.ChatEvent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One page that looks at one chat or at all, by server-sent events: first the whole
 * state, then what happens. It listens before it reads the state, so nothing falls
 * between.
 */
final class EventStream {

	private static final int HEARTBEAT_SECONDS = 15;

	/** How soon a page comes back after a break. */
	private static final int RETRY_MILLIS = 500;

	private final ChatEvents events;

	EventStream(ChatEvents events) {
		this.events = events;
	}

	/** One chat, its state first. */
	void serve(HttpExchange exchange, long chatId, Supplier<JsonNode> state) throws IOException {
		serve(exchange, (event) -> event.chatId() == chatId, ChatEvent::content, () -> lines("state", state.get()));
	}

	/** Every chat; each event says whose it is. */
	void serveAll(HttpExchange exchange) throws IOException {
		serve(exchange, (event) -> true, EventStream::addressed,
				() -> "event: open\nretry: " + RETRY_MILLIS + "\ndata: {}\n\n");
	}

	private void serve(HttpExchange exchange, Predicate<ChatEvent> wanted, Function<ChatEvent, JsonNode> content,
			Supplier<String> first) throws IOException {
		BlockingQueue<ChatEvent> queue = new LinkedBlockingQueue<>();
		try (exchange; ChatEvents.Subscription subscription = this.events.subscribe((event) -> {
			if (wanted.test(event)) {
				queue.add(event);
			}
		})) {
			exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
			exchange.getResponseHeaders().set("Cache-Control", "no-store");
			exchange.sendResponseHeaders(200, 0);
			OutputStream out = exchange.getResponseBody();
			write(out, first.get());
			while (!Thread.currentThread().isInterrupted()) {
				ChatEvent event = next(queue);
				write(out, (event != null) ? lines(event.name(), content.apply(event)) : ":\n\n");
			}
		}
		catch (IOException ex) {
			// the page went away, which is how every stream ends
			exchange.close();
		}
	}

	private static JsonNode addressed(ChatEvent event) {
		return JsonMapper.shared().createObjectNode().put("chat", event.chatId()).set("content", event.content());
	}

	private static String lines(String name, JsonNode content) {
		return "event: " + name + "\ndata: " + content + "\n\n";
	}

	private static @Nullable ChatEvent next(BlockingQueue<ChatEvent> queue) {
		try {
			return queue.poll(HEARTBEAT_SECONDS, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return null;
		}
	}

	private static void write(OutputStream out, String lines) throws IOException {
		out.write(lines.getBytes(StandardCharsets.UTF_8));
		out.flush();
	}

}
