package studio.avatar.sandbox.telegram.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpExchange;
import org.jspecify.annotations.Nullable;
import studio.avatar.sandbox.telegram.chat.ChatEvents;
import studio.avatar.sandbox.telegram.chat.ChatEvents.ChatEvent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What happens in all chats, for a page that looks at some of them, by server-sent
 * events. It says {@code open} when nothing more will be missed: from then on the page
 * may ask for the chats it shows.
 */
final class EventStream {

	private static final int HEARTBEAT_SECONDS = 15;

	/** How soon a page comes back after a break. */
	private static final int RETRY_MILLIS = 500;

	private final ChatEvents events;

	EventStream(ChatEvents events) {
		this.events = events;
	}

	void serve(HttpExchange exchange) throws IOException {
		BlockingQueue<ChatEvent> queue = new LinkedBlockingQueue<>();
		try (exchange; ChatEvents.Subscription subscription = this.events.subscribe(queue::add)) {
			exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
			exchange.getResponseHeaders().set("Cache-Control", "no-store");
			exchange.sendResponseHeaders(200, 0);
			OutputStream out = exchange.getResponseBody();
			write(out, "event: open\nretry: " + RETRY_MILLIS + "\ndata: {}\n\n");
			while (!Thread.currentThread().isInterrupted()) {
				ChatEvent event = next(queue);
				write(out, (event != null) ? lines(event) : ":\n\n");
			}
		}
		catch (IOException ex) {
			// the page went away, which is how every stream ends
			exchange.close();
		}
	}

	private static String lines(ChatEvent event) {
		JsonNode content = JsonMapper.shared()
			.createObjectNode()
			.put("chat", event.chatId())
			.set("content", event.content());
		return "event: " + event.name() + "\ndata: " + content + "\n\n";
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
