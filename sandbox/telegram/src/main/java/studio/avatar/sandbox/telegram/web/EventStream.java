package studio.avatar.sandbox.telegram.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import com.sun.net.httpserver.HttpExchange;
import org.jspecify.annotations.Nullable;
import studio.avatar.sandbox.telegram.chat.ChatEvents;
import studio.avatar.sandbox.telegram.chat.ChatEvents.ChatEvent;
import tools.jackson.databind.JsonNode;

/**
 * One page that looks at one chat, by server-sent events: first the whole state, then
 * what happens. It listens before it reads the state, so nothing falls between.
 */
final class EventStream {

	private static final int HEARTBEAT_SECONDS = 15;

	private final ChatEvents events;

	EventStream(ChatEvents events) {
		this.events = events;
	}

	void serve(HttpExchange exchange, long chatId, Supplier<JsonNode> state) throws IOException {
		BlockingQueue<ChatEvent> queue = new LinkedBlockingQueue<>();
		try (exchange; ChatEvents.Subscription subscription = this.events.subscribe((event) -> {
			if (event.chatId() == chatId) {
				queue.add(event);
			}
		})) {
			exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
			exchange.getResponseHeaders().set("Cache-Control", "no-store");
			exchange.sendResponseHeaders(200, 0);
			OutputStream out = exchange.getResponseBody();
			write(out, "event: state\ndata: " + state.get() + "\n\n");
			while (!Thread.currentThread().isInterrupted()) {
				ChatEvent event = next(queue);
				write(out,
						(event != null) ? "event: " + event.name() + "\ndata: " + event.content() + "\n\n" : ":\n\n");
			}
		}
		catch (IOException ex) {
			// the page went away, which is how every stream ends
			exchange.close();
		}
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
