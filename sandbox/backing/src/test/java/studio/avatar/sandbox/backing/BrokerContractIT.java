package studio.avatar.sandbox.backing;

import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What every broker does that is started here, wherever it runs. */
@ParameterizedClass(name = "{0}")
@MethodSource("brokers")
class BrokerContractIT {

	@Parameter
	private Broker broker;

	static Stream<Broker> brokers() {
		return Kinds.present().map(Servers::broker);
	}

	@Test
	void dataSurviveAKillAndTheAddressStays() throws Exception {
		RecordsOf records = new RecordsOf(this.broker.bootstrapServers());
		records.create("kept");
		records.send("kept", "acknowledged");

		this.broker.kill();
		boolean gone = !Port.answers(port());
		this.broker.restart();

		assertThat(gone).isTrue();
		assertThat(this.broker.bootstrapServers()).isEqualTo(records.brokers());
		assertThat(records.read("kept")).containsExactly("acknowledged");
	}

	@Test
	void dataSurviveAnOrderlyStop() throws Exception {
		RecordsOf records = new RecordsOf(this.broker.bootstrapServers());
		records.create("stopped");
		records.send("stopped", "acknowledged");
		this.broker.close();

		this.broker.restart();

		assertThat(records.read("stopped")).containsExactly("acknowledged");
	}

	@Test
	void aMisspeltTopicIsRefusedInsteadOfCreated() {
		try (Admin admin = new RecordsOf(this.broker.bootstrapServers()).admin()) {
			assertThatThrownBy(() -> admin.describeTopics(Set.of("chat.trainnig")).allTopicNames().get())
				.isInstanceOf(ExecutionException.class)
				.hasCauseInstanceOf(UnknownTopicOrPartitionException.class);
		}
	}

	@Test
	void itIsSetUpAsTheOthersAre() throws Exception {
		RecordsOf records = new RecordsOf(this.broker.bootstrapServers());

		assertThat(records.setting("auto.create.topics.enable")).isEqualTo("false");
		assertThat(records.setting("broker.session.timeout.ms")).isEqualTo("1500");
		assertThat(records.setting("group.initial.rebalance.delay.ms")).isEqualTo("0");
		assertThat(records.setting("offsets.topic.replication.factor")).isEqualTo("1");
		assertThat(records.setting("offsets.topic.num.partitions")).isEqualTo("5");
	}

	@Test
	void itSaysTheSameVersionAsTheOthers() {
		assertThat(this.broker.title()).isEqualTo("Kafka " + Image.KAFKA.tag());
	}

	private int port() {
		return Integer.parseInt(this.broker.bootstrapServers().split(":")[1]);
	}

}
