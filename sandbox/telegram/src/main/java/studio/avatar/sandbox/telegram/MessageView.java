package studio.avatar.sandbox.telegram;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what people see out of the JSON that the chats and {@code /chat} give.
 */
final class MessageView {

	private MessageView() {
	}

	static SimulatedMessage message(JsonNode view) {
		JsonNode document = view.path("document");
		String file = document.isObject() ? string(document, "file_id")
				: string(view.path("photo").path(view.path("photo").size() - 1), "file_id");
		boolean captioned = view.has("caption");
		JsonNode entities = view.path(captioned ? "caption_entities" : "entities");
		return new SimulatedMessage(view.path("message_id").asLong(), view.path("from_bot").asBoolean(),
				string(view, captioned ? "caption" : "text"),
				entities.isArray() ? entities : JsonMapper.shared().createArrayNode(), keyboard(view), file,
				string(document, "file_name"), string(view, "media_group_id"), view.path("editions").asInt(),
				Instant.ofEpochSecond(view.path("date").asLong()), invoice(view.path("invoice")));
	}

	private static @Nullable SimulatedInvoice invoice(JsonNode invoice) {
		return invoice.isObject()
				? new SimulatedInvoice(invoice.path("title").asString(), invoice.path("description").asString(),
						invoice.path("total_amount").asInt(), invoice.path("paid").asBoolean())
				: null;
	}

	static CallbackAnswer toast(JsonNode view) {
		return new CallbackAnswer(view.path("query_id").asString(), view.path("text").asString(),
				view.path("alert").asBoolean(), Instant.parse(view.path("at").asString()));
	}

	private static List<List<SimulatedButton>> keyboard(JsonNode view) {
		return view.path("reply_markup")
			.path("inline_keyboard")
			.valueStream()
			.map((row) -> row.valueStream().map(MessageView::button).toList())
			.toList();
	}

	private static SimulatedButton button(JsonNode button) {
		return new SimulatedButton(button.path("text").asString(), string(button, "callback_data"),
				string(button, "url"));
	}

	private static @Nullable String string(JsonNode object, String field) {
		return object.path(field).asString(null);
	}

}
