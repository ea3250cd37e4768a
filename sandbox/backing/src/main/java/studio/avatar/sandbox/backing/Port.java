package studio.avatar.sandbox.backing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.concurrent.ThreadLocalRandom;

/** TCP ports on 127.0.0.1. */
public final class Port {

	private static final int HIGHEST = 65535;

	private static final int LOWEST_PICKED = 20_000;

	private static final int HIGHEST_PICKED = 32_000;

	private static final int ATTEMPTS = 200;

	private static final int PATIENCE_MILLIS = 1000;

	private static final int GLANCE_MILLIS = 100;

	private Port() {
	}

	/**
	 * A port nobody listens on right now, below the range from which systems give
	 * outgoing connections theirs, so that no connection takes it before it is used.
	 */
	public static int free() {
		for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
			int port = ThreadLocalRandom.current().nextInt(LOWEST_PICKED, HIGHEST_PICKED);
			if (bindable(port)) {
				return port;
			}
		}
		throw new BackingException("No free port on this machine");
	}

	private static boolean bindable(int port) {
		try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
			return socket.isBound();
		}
		catch (IOException ex) {
			return false;
		}
	}

	/** Whether somebody listens on the port already. */
	public static boolean taken(int port) {
		try (Socket socket = new Socket()) {
			socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

	/**
	 * Whether a server holds connections to the port open. A container's port is taken
	 * before anything listens inside, and closes them at once.
	 */
	static boolean answers(int port) {
		try (Socket socket = new Socket()) {
			socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
			socket.setSoTimeout(GLANCE_MILLIS);
			return socket.getInputStream().read() >= 0;
		}
		catch (SocketTimeoutException ex) {
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

	static void checkFree(String who, int port) {
		if (taken(port)) {
			throw new BackingException(
					who + " cannot listen on 127.0.0.1:" + port + ": the port is in use by another program");
		}
	}

	static int orFree(int port) {
		return (port == 0) ? free() : port;
	}

	static void check(int port) {
		if (port < 0 || port > HIGHEST) {
			throw new IllegalArgumentException("A port is 0 to " + HIGHEST + ": " + port);
		}
	}

}
