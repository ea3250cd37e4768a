package studio.avatar.console.parked;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What an operator looks for; absent means any.
 *
 * @param service {@code gallery}
 * @param cause part of the class or the message of the root cause
 * @param chat Kafka key, mostly a chat id
 * @param text part of the value, or an event's id or correlation id
 * @param all also what is settled
 */
record ParkedSearch(@Nullable String service, @Nullable String cause, @Nullable String chat, @Nullable String text,
		boolean all) {

	static final ParkedSearch OPEN = new ParkedSearch(null, null, null, null, false);

	ParkedSearch {
		service = given(service);
		cause = given(cause);
		chat = given(chat);
		text = given(text);
	}

	/** Whether it leaves anything open out. */
	public boolean isNarrow() {
		return this.service != null || this.cause != null || this.chat != null || this.text != null;
	}

	/** Condition on {@code parked_record r} with its parameters. */
	Choice condition() {
		List<String> conditions = new ArrayList<>();
		Map<String, Object> parameters = new HashMap<>();
		conditions.add(this.all ? "true" : "r.status in ('OPEN', 'RETRYING')");
		if (this.service != null) {
			conditions.add("r.consumer like :service");
			parameters.put("service", literally(this.service) + "/%");
		}
		if (this.cause != null) {
			conditions.add("(r.cause ilike :cause or r.message ilike :cause)");
			parameters.put("cause", '%' + literally(this.cause) + '%');
		}
		if (this.chat != null) {
			conditions.add("r.record_key = :chat");
			parameters.put("chat", this.chat);
		}
		if (this.text != null) {
			conditions.add("(r.words ilike :text or r.event_id = :exactly or r.correlation_id = :exactly)");
			parameters.put("text", '%' + literally(this.text) + '%');
			parameters.put("exactly", this.text);
		}
		return new Choice(String.join(" and ", conditions), parameters);
	}

	/** A percent sign means itself. */
	private static String literally(String text) {
		return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
	}

	private static @Nullable String given(@Nullable String text) {
		return (text == null || text.isBlank()) ? null : PlainText.without0(text.strip());
	}

}
