package studio.avatar.gateway.callback;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import studio.avatar.common.contract.ServiceName;
import studio.avatar.common.contract.Topic;

/**
 * Whose job a called address names; whether the proof is right is another question.
 *
 * @param service one that hears {@link Topic#PROVIDER_CALLBACKS}
 * @param proof has the shape of one
 */
record CalledAddress(ServiceName service, UUID jobId, String proof) {

	private static final Pattern PROOF = Pattern.compile("[A-Za-z0-9_-]{43}");

	private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

	/** Empty when no service gives out such an address. */
	static Optional<CalledAddress> of(String service, String jobId, @Nullable String proof) {
		if (proof == null || !PROOF.matcher(proof).matches() || !ID.matcher(jobId).matches()) {
			return Optional.empty();
		}
		return Arrays.stream(ServiceName.values())
			.filter((name) -> name.id().equals(service) && Topic.PROVIDER_CALLBACKS.consumers().contains(name))
			.map((name) -> new CalledAddress(name, UUID.fromString(jobId), proof))
			.findFirst();
	}

}
