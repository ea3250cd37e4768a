package studio.avatar.gateway.callback;

import java.io.IOException;
import java.util.List;

/** Where the provider's keys come from. */
@FunctionalInterface
interface KeySource {

	/**
	 * Fetches them.
	 * @return at least one
	 * @throws IOException there are none to be had now; trying again later may help
	 */
	List<ProviderKey> fetch() throws IOException;

}
