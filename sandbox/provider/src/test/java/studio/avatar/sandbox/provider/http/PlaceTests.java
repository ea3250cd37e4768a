package studio.avatar.sandbox.provider.http;

import java.net.InetAddress;
import java.net.URI;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PlaceTests {

	@Test
	void listensForThisMachineOnlyUnlessItIsToldAnotherHost() {
		assertThat(Place.here(0).listening().getAddress()).isEqualTo(InetAddress.getLoopbackAddress());
		assertThat(new Place(0, "simulators").listening().getAddress().isAnyLocalAddress()).isTrue();
	}

	@Test
	void addressesThatAreHandedOutNameTheHostThatOthersCall() {
		try (Door door = new Door(new Place(0, "simulators"), (call, reply) -> {
		})) {
			URI handedOut = door.url("/files");

			assertThat(handedOut).hasScheme("http").hasHost("simulators").hasPath("/files");
			assertThat(handedOut.getPort()).isPositive();
		}
	}

}
