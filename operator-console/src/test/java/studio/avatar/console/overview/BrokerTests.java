package studio.avatar.console.overview;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeout;

class BrokerTests {

	@Test
	void aBrokerThatIsAwayIsGivenUpInTime() throws IOException {
		try (Broker broker = new Broker("127.0.0.1:" + portOfNobody(), Duration.ofMillis(300))) {
			assertTimeout(Duration.ofSeconds(5),
					() -> assertThatExceptionOfType(Broker.Away.class).isThrownBy(() -> broker.look(Instant.now())));
		}
	}

	private static int portOfNobody() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

}
