package studio.avatar.sandbox.telegram.web;

import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;

import studio.avatar.sandbox.telegram.chat.ChatMessage;
import studio.avatar.sandbox.telegram.chat.Room;
import studio.avatar.sandbox.telegram.chat.Standing;
import studio.avatar.sandbox.telegram.world.World;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code /control/rooms}: groups and channels, for other processes.
 */
public final class RoomEndpoint extends Endpoint {

	private final World world;

	public RoomEndpoint(World world) {
		this.world = world;
	}

	@Override
	Optional<JsonNode> answer(Request request) {
		List<String> path = request.path();
		boolean post = request.verb().equals("POST");
		return Optional.of(switch (path.size()) {
			case 1 -> post ? found(request) : all();
			case 2 -> view(room(path));
			case 3 -> post ? act(request, room(path).id(), path.get(2)) : messages(room(path).id());
			default -> throw new NoSuchElementException("nothing here");
		});
	}

	private Room room(List<String> path) {
		return this.world.rooms().get(Long.parseLong(path.get(1)));
	}

	private JsonNode found(Request request) {
		long owner = this.world.contacts().speaker(request.number("owner")).id();
		return view(this.world.rooms().found(Room.Kind.of(request.required("kind")), request.required("title"), owner));
	}

	private JsonNode all() {
		ArrayNode rooms = JsonMapper.shared().createArrayNode();
		this.world.rooms().all().forEach((room) -> rooms.add(view(room)));
		return rooms;
	}

	private JsonNode act(Request request, long id, String what) {
		switch (what) {
			case "bot" -> this.world.roomActs()
				.place(id, request.number("person"),
						Standing.valueOf(request.required("standing").toUpperCase(Locale.ROOT)));
			case "text" -> this.world.roomActs()
				.say(id, request.number("person"), request.required("text"),
						request.parameters().value("reply_to").map(Long::parseLong).orElse(0L));
			case "press" -> this.world.roomActs()
				.press(id, request.number("person"), request.number("message_id"), request.required("data"));
			case "migrate" -> {
				return view(this.world.roomActs().migrate(id));
			}
			default -> throw new NoSuchElementException("nothing here");
		}
		return view(this.world.rooms().get(id));
	}

	private JsonNode messages(long id) {
		ArrayNode messages = JsonMapper.shared().createArrayNode();
		this.world.chats().messages(id).stream().map(ChatMessage::view).forEach(messages::add);
		return messages;
	}

	private static ObjectNode view(Room room) {
		return room.chat().put("bot", room.bot().name().toLowerCase(Locale.ROOT));
	}

}
