package studio.avatar.sandbox.launch.journey;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import studio.avatar.sandbox.backing.Database;
import studio.avatar.sandbox.launch.Sandbox;
import studio.avatar.sandbox.provider.SimulatedRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@ExtendWith(OneSandbox.class)
class KillNineIT {

	private static final Duration PATIENCE = Duration.ofSeconds(120);

	private static final long NORA = 601;

	private static final long OLGA = 602;

	private static final long PIA = 603;

	@Test
	void aTrainingSurvivesAKillOfItsServiceWithOneOutcomeAndOneMessage(Sandbox sandbox) {
		Conversation chat = new Conversation(sandbox.telegram().person(NORA, "Nora", "en"));
		int before = sandbox.fal().requests().size();
		Steps.pressTrain(chat, "Nora", NORA);
		awaitWorkOn(sandbox, before);

		sandbox.service("training-service").killNine();

		chat.reads("Nora is ready!");
		sandbox.service("training-service").awaitReady();
		assertThat(sandbox.fal().requests()).hasSize(before + 1);
		await().atMost(PATIENCE)
			.untilAsserted(() -> assertThat(movements(sandbox, NORA)).containsExactly("WELCOME", "HOLD", "CAPTURE"));
		assertThat(chat.messages("Nora is ready!")).isEqualTo(1);
	}

	@Test
	void aGenerationSurvivesAKillOfItsServiceWithOneOutcomeAndOneMessage(Sandbox sandbox) {
		Conversation chat = new Conversation(sandbox.telegram().person(OLGA, "Olga", "en"));
		Steps.train(chat, "Olga", OLGA);
		int before = sandbox.fal().requests().size();
		Steps.pressCreate(chat, "as a captain on the bridge of an old ship");
		awaitWorkOn(sandbox, before);

		sandbox.service("generation-service").killNine();

		chat.sees("Seed");
		sandbox.service("generation-service").awaitReady();
		assertThat(sandbox.fal().requests()).hasSize(before + 1);
		await().atMost(PATIENCE)
			.untilAsserted(() -> assertThat(movements(sandbox, OLGA)).containsExactly("WELCOME", "HOLD", "CAPTURE",
					"HOLD", "CAPTURE"));
		assertThat(chat.messages("Seed")).isEqualTo(1);
	}

	@Test
	void aPressWhileTheGatewayIsGoneIsAnsweredWhenItIsBack(Sandbox sandbox) {
		Conversation chat = new Conversation(sandbox.telegram().person(PIA, "Pia", "en"));
		chat.says("/start");
		chat.reads("Hi, Pia!");

		sandbox.service("gateway-bot").killNine();
		chat.presses("🎭 My avatars");

		chat.reads("You have no avatar yet");
		assertThat(chat.messages("You have no avatar yet")).isEqualTo(1);
	}

	private static void awaitWorkOn(Sandbox sandbox, int request) {
		await().atMost(PATIENCE)
			.until(() -> sandbox.fal().requests(), (requests) -> requests.size() > request
					&& requests.get(request).state() == SimulatedRequest.State.IN_PROGRESS);
	}

	/** What the ledger says of the person, oldest first. */
	private static List<String> movements(Sandbox sandbox, long person) throws SQLException {
		Database ledger = sandbox.database("gateway");
		List<String> kinds = new ArrayList<>();
		try (Connection connection = DriverManager.getConnection(ledger.jdbcUrl(), ledger.user(), ledger.password());
				PreparedStatement query = connection
					.prepareStatement("SELECT kind FROM ledger_movement WHERE user_id = ? ORDER BY moved_at")) {
			query.setLong(1, person);
			try (ResultSet rows = query.executeQuery()) {
				while (rows.next()) {
					kinds.add(rows.getString(1));
				}
			}
		}
		return kinds;
	}

}
