package studio.avatar.sandbox.launch.journey;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import studio.avatar.sandbox.backing.Database;
import studio.avatar.sandbox.launch.Sandbox;
import studio.avatar.sandbox.launch.SandboxOptions;
import studio.avatar.sandbox.objects.ObjectStore;
import studio.avatar.sandbox.provider.Pace;
import studio.avatar.sandbox.provider.SimulatedRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Journeys with every file in a bucket of a real S3 server. */
@Tag("faults")
@Execution(ExecutionMode.CONCURRENT)
class ObjectStoreJourneyIT {

	private static final String BUCKET = "avatar-studio";

	private static final Path FOLDER = Path.of("target", "sandbox-objects");

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	@TempDir
	private static Path objects;

	private static ObjectStore store;

	private static Sandbox sandbox;

	@BeforeAll
	static void start() {
		store = ObjectStore.start(objects);
		sandbox = Sandbox.start(ChosenServers.ofItsOwn(SandboxOptions.forTests(FOLDER)
			.withPace(new Pace(Duration.ofSeconds(1), Duration.ofSeconds(6), Duration.ofSeconds(4)))
			.withEnvironment(store.environment(BUCKET))
			.freshly()));
	}

	@AfterAll
	static void stop() {
		try {
			CheckedCalls.of(sandbox);
		}
		finally {
			sandbox.close();
			store.close();
		}
	}

	@Test
	@Execution(ExecutionMode.SAME_THREAD)
	void photosModelAndPictureLiveInTheBucketUntilThePictureIsDeletedForGood() throws IOException, SQLException {
		Conversation chat = new Conversation(sandbox.telegram().person(601, "Ada", "en"));
		Steps.train(chat, "Ada", 601);
		Steps.pressCreate(chat, "reading a newspaper in a café in Paris");
		chat.sees("Seed");
		chat.presses("🖼 Gallery");
		chat.sees("1 of 1");
		assertThat(kept("incoming/")).isEmpty();
		assertThat(kept("training/photos/")).hasSize(10);
		assertThat(kept("training/models/")).hasSize(1);
		assertThat(kept("generations/")).hasSize(1);
		assertThat(FOLDER.resolve("media")).doesNotExist();

		chat.presses("🗑 Delete");
		chat.presses("🗑 Yes, delete");
		chat.reads("Deleted.");
		letTheUndoWindowPass();

		await().atMost(PATIENCE).untilAsserted(() -> assertThat(kept("generations/")).isEmpty());
		assertThat(kept("training/models/")).hasSize(1);
	}

	@Test
	@Execution(ExecutionMode.SAME_THREAD)
	void aStoreThatIsAwayForAWhileHoldsUpATrainingAndLosesNothing() throws IOException, InterruptedException {
		Conversation chat = new Conversation(sandbox.telegram().person(602, "Bea", "en"));
		Steps.pressTrain(chat, "Bea", 602);
		await().atMost(PATIENCE)
			.until(() -> sandbox.fal().requests().getLast().state() == SimulatedRequest.State.IN_PROGRESS);
		store.kill();
		await().atMost(PATIENCE)
			.until(() -> Files.readString(FOLDER.resolve("logs/training-service.log")).contains("cannot be reached"));
		assertThat(health("")).contains("\"mediaStore\":{\"status\":\"DOWN\"}");
		assertThat(health("/readiness")).contains("\"status\":\"UP\"");

		store.restart();

		chat.reads("Bea is ready!");
	}

	private static void letTheUndoWindowPass() throws SQLException {
		Database gallery = sandbox.database("gallery");
		try (Connection connection = DriverManager.getConnection(gallery.jdbcUrl(), gallery.user(), gallery.password());
				Statement statement = connection.createStatement()) {
			statement.executeUpdate(
					"update images set deleted_at = deleted_at - interval '1 day' where deleted_at is not null");
			statement
				.executeUpdate("update scheduled_tasks set execution_time = now() where task_name = 'purge-image'");
		}
	}

	private static String health(String group) throws IOException, InterruptedException {
		try (HttpClient client = HttpClient.newHttpClient()) {
			URI address = sandbox.service("training-service").url().resolve("/actuator/health" + group);
			return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString()).body();
		}
	}

	/** Keys in the bucket, as the server's own folder shows them. */
	private static List<String> kept(String prefix) throws IOException {
		Path bucket = store.file(BUCKET, "");
		try (Stream<Path> files = Files.walk(bucket)) {
			return files.filter(Files::isRegularFile)
				.map((file) -> bucket.relativize(file).toString())
				.filter((key) -> key.startsWith(prefix))
				.toList();
		}
	}

}
