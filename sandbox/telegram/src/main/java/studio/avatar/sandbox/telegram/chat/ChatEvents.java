package studio.avatar.sandbox.telegram.chat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import tools.jackson.databind.JsonNode;

/**
 * Tells what happens in the chats to whoever looks at them.
 */
public final class ChatEvents {

	/**
	 * Something a person sees.
	 *
	 * @param name {@code message}, {@code deleted}, {@code action}, {@code answered},
	 * {@code commands}, {@code person}, {@code read}
	 */
	public record ChatEvent(long chatId, String name, JsonNode content) {
	}

	private final List<Consumer<ChatEvent>> listeners = new CopyOnWriteArrayList<>();

	/** Listens until closed; the listener must not wait for anything. */
	public Subscription subscribe(Consumer<ChatEvent> listener) {
		this.listeners.add(listener);
		return () -> this.listeners.remove(listener);
	}

	/** Tells everybody. */
	public void tell(long chatId, String name, JsonNode content) {
		ChatEvent event = new ChatEvent(chatId, name, content);
		this.listeners.forEach((listener) -> listener.accept(event));
	}

	/** Ends the listening. */
	public interface Subscription extends AutoCloseable {

		@Override
		void close();

	}

}
