package studio.avatar.console.parked;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import studio.avatar.common.contract.Topic;
import studio.avatar.common.messaging.EventCodec;
import studio.avatar.common.messaging.Headers;
import studio.avatar.common.messaging.UnreadableEvent;
import studio.avatar.console.audit.Audit;

/**
 * Makes a new event from a parked record: an id of its own, caused by the old one. The
 * record stays as it was, and the difference is kept. Off by default
 * ({@code console.parked.editing}), since it changes what somebody said.
 */
@Component
class Editing {

	/** A broker takes no larger one. */
	private static final int MOST_BYTES = 890_000;

	private final JdbcClient database;

	private final RetryStart start;

	private final BatchSending sending;

	private final ParkedSettings settings;

	private final EventCodec codec;

	private final Audit audit;

	private final JsonMapper json = JsonMapper.shared();

	Editing(JdbcClient database, RetryStart start, BatchSending sending, ParkedSettings settings, EventCodec codec,
			Audit audit) {
		this.database = database;
		this.start = start;
		this.sending = sending;
		this.settings = settings;
		this.codec = codec;
		this.audit = audit;
	}

	boolean allowed() {
		return this.settings.editing();
	}

	/**
	 * Sends a record's event with another body.
	 * @param body JSON that the event's own reader takes
	 * @return the retry's number
	 */
	@Transactional
	long send(ParkedRecord record, String body, Wish wish) {
		if (!allowed()) {
			throw new ParkedRefused("Editing is off; console.parked.editing turns it on.");
		}
		String after = checked(record, body);
		String eventId = eventId(record);
		long retry = this.start.reserve(record.id(), wish);
		keep(retry, record, after, headers(record, eventId), eventId);
		this.audit.note(wish.operator(), "parked edited", record.place(),
				Map.of("retry", retry, "parked", record.id(), "eventId", eventId, "reason", wish.reason()));
		this.sending.first(retry, RetryKind.EDIT);
		return retry;
	}

	/**
	 * Every edit of a record is the same event: should an earlier one still arrive
	 * somewhere, the inbox lets only one of them through.
	 */
	private static String eventId(ParkedRecord record) {
		String name = "edited/%s/%s/%s".formatted(record.consumer(), record.place(), record.eventId());
		return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
	}

	private String checked(ParkedRecord record, String body) {
		refuseUnlessShownWhole(record);
		String after = PlainText.without0(body).strip();
		if (after.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
			throw new ParkedRefused("An event has at most %,d bytes.".formatted(MOST_BYTES));
		}
		try {
			if (PrettyJson.read(after).equals(PrettyJson.read(record.body()))) {
				throw new ParkedRefused("Nothing was changed.");
			}
		}
		catch (JacksonException ex) {
			refuseUnlessJson(after);
		}
		refuseUnlessReadable(record, after);
		return after;
	}

	/** What nobody has seen would be changed without a word. */
	private static void refuseUnlessShownWhole(ParkedRecord record) {
		if (!record.exact()) {
			throw new ParkedRefused("Not all of its bytes are text, so it cannot be edited here.");
		}
		if (!PrettyJson.of(record.body()).whole()) {
			throw new ParkedRefused("It is too long to be edited here.");
		}
	}

	/** What was parked may itself be no JSON; that is what editing is for. */
	private void refuseUnlessJson(String after) {
		try {
			PrettyJson.read(after);
		}
		catch (JacksonException ex) {
			throw new ParkedRefused("This is no JSON that can be sent: " + ex.getOriginalMessage());
		}
	}

	private void refuseUnlessReadable(ParkedRecord record, String after) {
		try {
			topic(record).ifPresent((topic) -> this.codec.read(topic.family(), String.valueOf(record.eventType()),
					after.getBytes(StandardCharsets.UTF_8)));
		}
		catch (UnreadableEvent ex) {
			throw new ParkedRefused("The event refuses it: " + ex.getMessage());
		}
	}

	private static Optional<Topic> topic(ParkedRecord record) {
		return Arrays.stream(Topic.values()).filter((topic) -> topic.topicName().equals(record.topic())).findFirst();
	}

	private Map<String, String> headers(ParkedRecord record, String eventId) {
		Map<String, String> headers = new LinkedHashMap<>(record.headers());
		headers.put(Headers.ID, eventId);
		headers.put(Headers.CAUSATION_ID, Objects.requireNonNullElse(record.eventId(), record.place()));
		return headers;
	}

	private void keep(long retry, ParkedRecord record, String after, Map<String, String> headers, String eventId) {
		this.database.sql("""
				insert into parked_edit (retry_id, parked_id, event_id, body_before, body_after, headers)
				values (:retry, :id, :eventId, :before, :after, :headers)""")
			.param("retry", retry)
			.param("id", record.id())
			.param("eventId", eventId)
			.param("before", record.body())
			.param("after", after)
			.param("headers", this.json.writeValueAsString(headers))
			.update();
	}

}
