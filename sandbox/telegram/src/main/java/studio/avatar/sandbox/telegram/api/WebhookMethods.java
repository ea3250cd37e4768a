package studio.avatar.sandbox.telegram.api;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import studio.avatar.sandbox.telegram.specification.Specification;
import studio.avatar.sandbox.telegram.update.Updates;
import studio.avatar.sandbox.telegram.webhook.Webhook;
import studio.avatar.sandbox.telegram.webhook.WebhookAddress;
import studio.avatar.sandbox.telegram.webhook.Webhooks;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The methods with which the bot says where updates are to be brought.
 */
final class WebhookMethods {

	private static final Set<String> UPDATES = Specification.load().updateTypes();

	private static final int LONGEST_SECRET = 256;

	private final Webhooks webhooks;

	private final Updates updates;

	WebhookMethods(Webhooks webhooks, Updates updates) {
		this.webhooks = webhooks;
		this.updates = updates;
	}

	List<ApiMethod> methods() {
		return List.of(
				ApiMethod.of("setWebhook", this::set, "url", "max_connections", "allowed_updates",
						"drop_pending_updates", "secret_token"),
				ApiMethod.of("deleteWebhook", this::delete, "drop_pending_updates"),
				ApiMethod.of("getWebhookInfo", this::standing));
	}

	/** The kinds of update somebody wants; said nowhere, they stay as they are. */
	static void allow(Call call, Updates updates) {
		call.json("allowed_updates").map(WebhookMethods::known).ifPresent(updates::allow);
	}

	/**
	 * Telegram passes over names it does not know; when none is left, the usual ones
	 * come.
	 */
	private static Set<String> known(JsonNode types) {
		return types.valueStream()
			.map((type) -> type.asString("").toLowerCase(Locale.ROOT))
			.filter(UPDATES::contains)
			.collect(Collectors.toSet());
	}

	private JsonNode set(Call call) {
		String url = call.text("url").orElse("");
		if (url.isEmpty()) {
			return delete(call);
		}
		if (!this.webhooks.maySet()) {
			throw Refusal.floodWait(1);
		}
		Webhook webhook = new Webhook(address(url), secret(call), (int) call.number("max_connections", 40, 1, 100));
		dropIfAsked(call);
		allow(call, this.updates);
		this.webhooks.set(webhook);
		this.updates.endPoll("setWebhook request");
		return yes();
	}

	private static URI address(String url) {
		try {
			URI address = URI.create(url);
			WebhookAddress.complaint(address).ifPresent((words) -> {
				throw Refusal.badRequest(words);
			});
			return address;
		}
		catch (IllegalArgumentException ex) {
			throw Refusal.badRequest("invalid webhook URL specified");
		}
	}

	private static String secret(Call call) {
		String secret = call.text("secret_token").orElse("");
		if (secret.length() > LONGEST_SECRET) {
			throw Refusal.badRequest("secret token is too long");
		}
		if (!secret.matches("[A-Za-z0-9_-]*")) {
			throw Refusal.badRequest("secret token contains unallowed characters");
		}
		return secret;
	}

	private JsonNode delete(Call call) {
		dropIfAsked(call);
		this.webhooks.delete();
		return yes();
	}

	private void dropIfAsked(Call call) {
		if (call.flag("drop_pending_updates")) {
			this.updates.drop();
		}
	}

	private JsonNode standing(Call call) {
		ObjectNode standing = JsonMapper.shared()
			.createObjectNode()
			.put("url", this.webhooks.current().map((webhook) -> webhook.url().toString()).orElse(""))
			.put("has_custom_certificate", false)
			.put("pending_update_count", this.updates.waiting().size());
		this.webhooks.trouble()
			.ifPresent((trouble) -> standing.put("last_error_date", trouble.at().getEpochSecond())
				.put("last_error_message", trouble.words()));
		this.webhooks.current().ifPresent((webhook) -> standing.put("max_connections", webhook.maxConnections()));
		Set<String> allowed = this.updates.allowed();
		if (!allowed.isEmpty()) {
			allowed.stream().sorted().forEach(standing.putArray("allowed_updates")::add);
		}
		return standing;
	}

	private static JsonNode yes() {
		return JsonMapper.shared().getNodeFactory().booleanNode(true);
	}

}
