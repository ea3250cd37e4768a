package studio.avatar.gallery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import studio.avatar.common.contract.GenerationEvent.GeneratedImage;
import studio.avatar.common.contract.GenerationEvent.GenerationCompleted;
import studio.avatar.common.contract.MediaRef;
import studio.avatar.common.contract.Topic;
import studio.avatar.common.testkit.Backed;
import studio.avatar.common.testkit.Wire;
import studio.avatar.sandbox.backing.Backing;

/**
 * The service on a real broker and a real database, shared by all tests of this module.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
public abstract class GalleryUnderTest {

	protected static final Wire WIRE = Wire.of(Backing.shared().kafkaBrokers());

	@Autowired
	protected JdbcClient database;

	static {
		Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
	}

	@DynamicPropertySource
	static void backing(DynamicPropertyRegistry registry) {
		Backed.service(registry, "gallery");
	}

	/**
	 * Pictures were made, their files are in the store, and the gallery knows. Newest id
	 * last.
	 */
	protected List<UUID> made(GenerationCompleted event) {
		event.images().forEach((image) -> store(image.file()));
		WIRE.publish(Topic.GENERATION_EVENTS, event.chatId(), event);
		List<UUID> ids = event.images().stream().map(GeneratedImage::imageId).toList();
		Awaitility.await().until(() -> ids.stream().allMatch(this::known));
		return ids;
	}

	protected UUID made(Generated generated) {
		return made(generated.event(1)).getFirst();
	}

	protected static Path file(MediaRef file) {
		return Backed.mediaFolder().resolve(file.key());
	}

	private static void store(MediaRef file) {
		try {
			Files.createDirectories(file(file).getParent());
			Files.writeString(file(file), "jpg");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private boolean known(UUID imageId) {
		return this.database.sql("select count(*) from images where image_id = ?")
			.param(imageId)
			.query(Integer.class)
			.single() == 1;
	}

}
