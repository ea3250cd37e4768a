package studio.avatar.sandbox.telegram.webhook;

import java.net.URI;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where updates are brought to.
 *
 * @param secretToken sent along with each update so that the bot knows who brings it;
 * empty when the bot wants none
 * @param maxConnections how many updates are under way at the same time, 1-100
 */
public record Webhook(URI url, String secretToken, int maxConnections) {

	static Webhook of(JsonNode change) {
		return new Webhook(URI.create(change.path("url").asString()), change.path("secret").asString(""),
				change.path("connections").asInt());
	}

	ObjectNode asChange() {
		return JsonMapper.shared()
			.createObjectNode()
			.put("url", this.url.toString())
			.put("secret", this.secretToken)
			.put("connections", this.maxConnections);
	}

	/** Does not show the secret. */
	@Override
	public String toString() {
		return "webhook at " + this.url;
	}

}
