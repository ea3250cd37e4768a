package studio.avatar.sandbox.provider.http;

import java.net.InetSocketAddress;

/**
 * Where a simulator listens, and what others call it.
 *
 * @param port TCP port; 0 takes any free one
 * @param host the host in every address it hands out; {@code 127.0.0.1} listens for this
 * machine only, any other name listens on all interfaces
 */
public record Place(int port, String host) {

	private static final String THIS_MACHINE = "127.0.0.1";

	/** For this machine only. */
	public static Place here(int port) {
		return new Place(port, THIS_MACHINE);
	}

	InetSocketAddress listening() {
		return this.host.equals(THIS_MACHINE) ? new InetSocketAddress(THIS_MACHINE, this.port)
				: new InetSocketAddress(this.port);
	}

}
