package studio.avatar.sandbox.telegram.chat;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

import studio.avatar.sandbox.telegram.chat.Room.Kind;
import studio.avatar.sandbox.telegram.store.ChangeLog;
import studio.avatar.sandbox.telegram.store.Remembered;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every group, supergroup and channel.
 */
public final class Rooms implements Remembered {

	private static final long FIRST_GROUP = -4_000_000_001L;

	private static final long FIRST_SUPERGROUP = -1_002_000_000_001L;

	private final Map<Long, Room> rooms = new TreeMap<>();

	private final ChangeLog log;

	public Rooms(ChangeLog log) {
		this.log = log;
	}

	/** Makes a room without the bot. */
	public synchronized Room found(Kind kind, String title, long owner) {
		long first = (kind == Kind.GROUP) ? FIRST_GROUP : FIRST_SUPERGROUP;
		return keep(new Room(first - this.rooms.size(), kind, title, owner, Standing.LEFT, 0));
	}

	public synchronized Optional<Room> find(long id) {
		return Optional.ofNullable(this.rooms.get(id));
	}

	/**
	 * The room of that id.
	 * @throws NoSuchElementException when there is none
	 */
	public Room get(long id) {
		return find(id).orElseThrow(() -> new NoSuchElementException("no room has the id " + id));
	}

	/** All of them. */
	public synchronized List<Room> all() {
		return List.copyOf(this.rooms.values());
	}

	/** The bot comes, goes or is made something else. */
	public synchronized Room place(long id, Standing bot) {
		return keep(get(id).withBot(bot));
	}

	/** A supergroup takes the place of a group, the bot in it as before. */
	public synchronized Room migrate(long id) {
		Room group = get(id);
		Room supergroup = place(found(Kind.SUPERGROUP, group.title(), group.owner()).id(), group.bot());
		keep(group.migrated(supergroup.id()));
		return supergroup;
	}

	private Room keep(Room room) {
		this.rooms.put(room.id(), room);
		this.log.append(kind(), JsonMapper.shared().valueToTree(room));
		return room;
	}

	@Override
	public String kind() {
		return "room";
	}

	@Override
	public synchronized void recall(JsonNode change) {
		Room room = JsonMapper.shared().treeToValue(change, Room.class);
		this.rooms.put(room.id(), room);
	}

	@Override
	public synchronized void snapshot(Consumer<JsonNode> changes) {
		this.rooms.values().forEach((room) -> changes.accept(JsonMapper.shared().valueToTree(room)));
	}

}
