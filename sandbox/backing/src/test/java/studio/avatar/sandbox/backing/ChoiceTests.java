package studio.avatar.sandbox.backing;

import java.util.Map;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

class ChoiceTests {

	private static final Map<String, String> GIVEN = Map.of("KAFKA_BROKERS", "kafka:9092", "DATABASE_URL",
			"jdbc:postgresql://postgres/tests", "DATABASE_USER", "maker", "DATABASE_PASSWORD", "secret");

	private static final Supplier<Engine> PRESENT = () -> new Engine.Found(
			mock(com.github.dockerjava.api.DockerClient.class));

	private static final Supplier<Engine> ABSENT = () -> new Engine.Absent("no Docker engine answers");

	private static final Supplier<Engine> NOT_ASKED = () -> {
		throw new AssertionError("nobody needs to look for an engine");
	};

	@Test
	void whatTheEnvironmentNamesComesFirst() {
		Choice choice = Choice.of(null, GIVEN, NOT_ASKED);

		assertThat(choice.servers()).isInstanceOf(GivenServers.class);
		assertThat(choice.reason()).isEqualTo("KAFKA_BROKERS and DATABASE_URL are set");
		assertThat(choice.toString()).doesNotContain("secret");
	}

	@ParameterizedTest
	@ValueSource(strings = { "KAFKA_BROKERS", "DATABASE_URL" })
	void oneAddressAloneIsNotEnough(String variable) {
		Map<String, String> half = Map.of(variable, GIVEN.get(variable));

		Choice choice = Choice.of(null, half, ABSENT);

		assertThat(choice.servers()).isInstanceOf(EmbeddedServers.class);
		assertThat(choice.reason()).isEqualTo(variable + " alone is not enough and no Docker engine answers");
	}

	@Test
	void aBlankAddressIsNoAddress() {
		assertThat(Choice.of(null, Map.of("KAFKA_BROKERS", " ", "DATABASE_URL", ""), ABSENT).servers())
			.isInstanceOf(EmbeddedServers.class);
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "${backing}" })
	void anEngineThatAnswersIsUsed(String wanted) {
		Choice choice = Choice.of(wanted, Map.of(), PRESENT);

		assertThat(choice.servers()).isInstanceOf(ContainerServers.class);
		assertThat(choice.reason()).isEqualTo("a Docker engine answers");
	}

	@Test
	void withoutAnEngineServersAreEmbeddedAndTheReasonIsSaid() {
		Choice choice = Choice.of(null, Map.of(), ABSENT);

		assertThat(choice.servers()).isInstanceOf(EmbeddedServers.class);
		assertThat(choice.reason()).isEqualTo("no Docker engine answers");
	}

	@Test
	void embeddedIsForcedWhateverThereIs() {
		Choice choice = Choice.of("embedded", GIVEN, NOT_ASKED);

		assertThat(choice.servers()).isInstanceOf(EmbeddedServers.class);
		assertThat(choice.reason()).isEqualTo("-Dbacking=embedded says so");
	}

	@Test
	void containersAreForcedWhateverIsGiven() {
		assertThat(Choice.of("containers", GIVEN, PRESENT).servers()).isInstanceOf(ContainerServers.class);
	}

	@Test
	void containersWithoutAnEngineAreRefusedInOneSentence() {
		assertThatThrownBy(() -> Choice.of("containers", Map.of(), ABSENT)).isInstanceOf(BackingException.class)
			.hasMessage("-Dbacking=containers cannot be done: no Docker engine answers; "
					+ "start one, or leave -Dbacking out to use embedded servers");
	}

	@Test
	void anUnknownWordIsRefusedInOneSentence() {
		assertThatThrownBy(() -> Choice.of("podman", GIVEN, NOT_ASKED)).isInstanceOf(BackingException.class)
			.hasMessage("Unknown -Dbacking=podman: it is embedded, containers, or left out");
	}

	@Test
	void aGivenBrokerCannotBeKilled() {
		Broker given = new GivenBroker("kafka:9092");

		assertThatThrownBy(given::kill).isInstanceOf(UnsupportedOperationException.class)
			.hasMessage("The broker at kafka:9092 is somebody else's");
	}

	@Test
	void aGivenBrokerThatDoesNotAnswerIsSaidInOneSentence() {
		Map<String, String> wrong = Map.of("KAFKA_BROKERS", "127.0.0.1:1", "DATABASE_URL", "jdbc:postgresql://x/y");
		Servers given = Choice.of(null, wrong, NOT_ASKED).servers();

		assertThatThrownBy(given::broker).isInstanceOf(BackingException.class)
			.hasMessage("No broker answers at 127.0.0.1:1, which KAFKA_BROKERS names");
	}

	@Test
	void testsOfFaultsGetServersOfTheirOwnBesideGivenOnes() {
		assertThat(Choice.of(null, GIVEN, NOT_ASKED).servers().ofOnesOwn()).isInstanceOf(EmbeddedServers.class);
	}

}
