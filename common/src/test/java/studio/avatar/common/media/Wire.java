package studio.avatar.common.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The wire between a store and its server, which can be cut: each connection takes the
 * next of the troubles that were ordered, and those after them go through.
 */
final class Wire implements AutoCloseable {

	private static final long ALL = Long.MAX_VALUE;

	/** How much of a connection goes through before it ends. */
	private record Trouble(long up, long down) {
	}

	private final ServerSocket ear;

	private final URI server;

	private final Queue<Trouble> troubles = new ConcurrentLinkedQueue<>();

	private final AtomicInteger connections = new AtomicInteger();

	private final AtomicLong down = new AtomicLong();

	Wire(URI server) throws IOException {
		this.server = server;
		this.ear = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		Thread.startVirtualThread(this::listen);
	}

	URI address() {
		return URI.create("http://127.0.0.1:" + this.ear.getLocalPort());
	}

	/** The next connection ends when so many bytes of requests have gone through. */
	void cutUpAfter(long bytes) {
		this.troubles.add(new Trouble(bytes, ALL));
	}

	/** The next connection ends when so many bytes of answers have gone through. */
	void cutDownAfter(long bytes) {
		this.troubles.add(new Trouble(ALL, bytes));
	}

	int connections() {
		return this.connections.get();
	}

	/** Bytes of answers that went through. */
	long down() {
		return this.down.get();
	}

	private void listen() {
		try {
			while (true) {
				Socket here = this.ear.accept();
				this.connections.incrementAndGet();
				Trouble trouble = this.troubles.poll();
				connect(here, (trouble != null) ? trouble : new Trouble(ALL, ALL));
			}
		}
		catch (IOException ex) {
			// closed
		}
	}

	private void connect(Socket here, Trouble trouble) throws IOException {
		Socket there = new Socket(this.server.getHost(), this.server.getPort());
		Thread.startVirtualThread(() -> carry(here, there, trouble.up(), new AtomicLong()));
		Thread.startVirtualThread(() -> carry(there, here, trouble.down(), this.down));
	}

	private static void carry(Socket from, Socket to, long most, AtomicLong counted) {
		try (from; to) {
			InputStream in = from.getInputStream();
			OutputStream out = to.getOutputStream();
			byte[] some = new byte[16 * 1024];
			long left = most;
			for (int count = in.read(some); count >= 0 && left > 0; count = in.read(some)) {
				int passed = (int) Math.min(count, left);
				out.write(some, 0, passed);
				counted.addAndGet(passed);
				left -= passed;
			}
		}
		catch (IOException ex) {
			// either end hung up
		}
	}

	@Override
	public void close() {
		try {
			this.ear.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
