package studio.avatar.sandbox.telegram.callback;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The bot's answer to a button press.
 *
 * @param text what is shown; absent when only the button's spinner ends
 * @param alert shown as a window to be closed
 */
public record Answered(long chatId, String queryId, @Nullable String text, boolean alert, Instant at) {

	/** For the web chat and for people in other processes. */
	public ObjectNode view() {
		ObjectNode view = JsonMapper.shared()
			.createObjectNode()
			.put("query_id", this.queryId)
			.put("alert", this.alert)
			.put("at", this.at.toString());
		return (this.text != null) ? view.put("text", this.text) : view;
	}

}
