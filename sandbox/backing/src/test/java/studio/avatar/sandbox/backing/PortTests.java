package studio.avatar.sandbox.backing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PortTests {

	@Test
	void aFreePortLiesBelowThoseOfOutgoingConnections() {
		assertThat(Port.free()).isBetween(20_000, 32_000);
	}

	@Test
	void aPortSomebodyListensOnIsTaken() throws IOException {
		try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			assertThat(Port.taken(listening.getLocalPort())).isTrue();
		}
	}

	@Test
	void aPortNobodyListensOnIsNotTaken() {
		assertThat(Port.taken(Port.free())).isFalse();
	}

	@Test
	void whatIsNoPortIsRefused() {
		assertThatThrownBy(() -> Port.check(65_536)).isInstanceOf(IllegalArgumentException.class)
			.hasMessageContaining("65536");
	}

}
