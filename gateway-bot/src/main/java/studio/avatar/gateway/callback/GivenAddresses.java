package studio.avatar.gateway.callback;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import studio.avatar.common.provider.CallbackProofs;

/**
 * Which addresses may be called. A signature of the provider does not cover the address,
 * and any customer of the provider can get one: without the secret of the proofs, all
 * that can be done here is to let no request at the provider be told of at many
 * addresses.
 */
@Component
class GivenAddresses {

	/**
	 * One is enough for what is ours; with more, nobody who brings it elsewhere first
	 * stands in its way.
	 */
	static final int MOST_FOR_A_REQUEST = 3;

	/** Some hundred bytes each. */
	static final int REQUESTS_REMEMBERED = 10_000;

	private final Optional<CallbackProofs> proofs;

	private final Map<String, Set<CalledAddress>> called = new LinkedHashMap<>() {
		@Override
		protected boolean removeEldestEntry(Map.Entry<String, Set<CalledAddress>> eldest) {
			return size() > REQUESTS_REMEMBERED;
		}
	};

	GivenAddresses(CallbackSettings settings) {
		this.proofs = settings.proofs();
	}

	/** Empty when we do not give out such an address, as far as that can be told here. */
	Optional<CalledAddress> find(String service, String jobId, @Nullable String proof) {
		return CalledAddress.of(service, jobId, proof).filter(this::isOurs);
	}

	private boolean isOurs(CalledAddress address) {
		return this.proofs.map((all) -> all.isProved(address.service(), address.jobId(), address.proof())).orElse(true);
	}

	/**
	 * Whether something that the provider has signed may be told to this address.
	 * @param requestId is part of what was signed
	 */
	boolean mayHear(CalledAddress address, String requestId) {
		return this.proofs.isPresent() || isOneOfFew(address, requestId);
	}

	private synchronized boolean isOneOfFew(CalledAddress address, String requestId) {
		Set<CalledAddress> addresses = this.called.computeIfAbsent(requestId, (id) -> new HashSet<>());
		return addresses.contains(address) || (addresses.size() < MOST_FOR_A_REQUEST && addresses.add(address));
	}

}
