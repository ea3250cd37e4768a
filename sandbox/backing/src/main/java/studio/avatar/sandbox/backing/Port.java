package studio.avatar.sandbox.backing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** TCP ports on 127.0.0.1. */
public final class Port {

	private static final int HIGHEST = 65535;

	private static final int PATIENCE_MILLIS = 1000;

	private Port() {
	}

	/** A port nobody listens on right now; it can be taken before it is used. */
	public static int free() {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("No free port on this machine", ex);
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
