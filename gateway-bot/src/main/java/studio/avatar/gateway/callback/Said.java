package studio.avatar.gateway.callback;

import java.util.Optional;
import java.util.regex.Pattern;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a webhook says. The result in it is not read: it is fetched from the provider.
 *
 * @param requestId the request that has ended
 * @param ok whether it is a success
 */
record Said(String requestId, boolean ok) {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9_-]{1,100}");

	/** Empty when it is not what the provider documents. */
	static Optional<Said> of(byte[] body) {
		try {
			JsonNode json = JSON.readTree(body);
			String requestId = json.path("request_id").asString("");
			String status = json.path("status").asString("");
			boolean sense = REQUEST_ID.matcher(requestId).matches() && (status.equals("OK") || status.equals("ERROR"));
			return sense ? Optional.of(new Said(requestId, status.equals("OK"))) : Optional.empty();
		}
		catch (JacksonException ex) {
			return Optional.empty();
		}
	}

}
