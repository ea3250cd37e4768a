package studio.avatar.common.provider;

import java.net.URI;
import java.util.List;
import java.util.Objects;

/**
 * Which addresses out of the provider's answers may be called: an answer must not lead us
 * into our own network, nor the key to anybody else.
 */
class Addresses {

	/** The provider's queue and its backup. */
	private static final List<String> QUEUE_HOSTS = List.of("queue.fal.run", "queue.falrun.com");

	private final FalSettings settings;

	Addresses(FalSettings settings) {
		this.settings = settings;
	}

	/** Whether it belongs to the queue: the key may go there. */
	boolean ofQueue(URI address) {
		return sameServer(address, this.settings.queueUrl())
				|| (secure(address) && QUEUE_HOSTS.contains(address.getHost()));
	}

	/** Whether files may be fetched from it and sent to it, without the key. */
	boolean ofFiles(URI address) {
		return sameServer(address, this.settings.queueUrl()) || sameServer(address, this.settings.restUrl())
				|| (secure(address) && this.settings.fileHosts().stream().anyMatch((host) -> within(address, host)));
	}

	private static boolean sameServer(URI address, URI known) {
		return Objects.equals(address.getScheme(), known.getScheme())
				&& Objects.equals(address.getHost(), known.getHost()) && address.getPort() == known.getPort();
	}

	private static boolean secure(URI address) {
		return "https".equals(address.getScheme()) && address.getHost() != null && address.getPort() == -1
				&& address.getUserInfo() == null;
	}

	private static boolean within(URI address, String host) {
		return address.getHost().equals(host) || address.getHost().endsWith('.' + host);
	}

}
