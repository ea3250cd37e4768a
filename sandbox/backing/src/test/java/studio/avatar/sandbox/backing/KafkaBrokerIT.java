package studio.avatar.sandbox.backing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class KafkaBrokerIT {

	@TempDir
	private static Path folder;

	private static KafkaBroker broker;

	@BeforeAll
	static void start() {
		broker = KafkaBroker.start(KafkaSettings.in(folder));
	}

	@AfterAll
	static void stop() {
		broker.close();
	}

	@Test
	void theNextRunFindsTheData() throws Exception {
		RecordsOf records = new RecordsOf(broker.bootstrapServers());
		records.create("kept");
		records.send("kept", "acknowledged");
		broker.close();

		broker = KafkaBroker.start(KafkaSettings.in(folder));

		assertThat(new RecordsOf(broker.bootstrapServers()).read("kept")).containsExactly("acknowledged");
	}

	@Test
	void aBrokerLeftByAnEarlierRunIsEndedBeforeTheNextStart() throws Exception {
		ProcessHandle leftover = ProcessHandle.of(broker.pid()).orElseThrow();

		broker = KafkaBroker.start(KafkaSettings.in(folder));

		assertThat(leftover.isAlive()).isFalse();
		assertThat(broker.pid()).isNotEqualTo(leftover.pid());
	}

	@Test
	void aTakenPortIsSaidInOneSentence(@TempDir Path other) throws IOException {
		try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			assertThatThrownBy(() -> KafkaBroker.start(new KafkaSettings(other, taken.getLocalPort(), 0)))
				.isInstanceOf(BackingException.class)
				.hasMessage("Kafka cannot listen on 127.0.0.1:" + taken.getLocalPort()
						+ ": the port is in use by another program");
		}
	}

	@Test
	void aBrokerThatEndsWhileStartingIsSaidWithItsLastWords(@TempDir Path other) throws IOException {
		Files.createDirectories(other.resolve("data"));
		Files.writeString(other.resolve("data/meta.properties"), "version=1\ncluster.id=somebody-else\nnode.id=7\n");

		assertThatThrownBy(() -> KafkaBroker.start(KafkaSettings.in(other))).isInstanceOf(BackingException.class)
			.hasMessageContaining("Kafka ended while starting")
			.hasMessageContaining("Stored node id 7")
			.hasMessageContaining(other.resolve("broker.log").toString());
	}

}
