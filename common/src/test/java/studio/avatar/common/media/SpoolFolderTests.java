package studio.avatar.common.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Where files wait. */
class SpoolFolderTests {

	@TempDir
	private Path folder;

	@Test
	void theFolderThatIsNamedIsMadeAndUsed() {
		Path named = this.folder.resolve("not/there/yet");

		service("MEDIA_SPOOL_FOLDER=" + named)
			.run((context) -> assertThat(context.getBean(SpoolFolder.class).newFile("a", "b")).hasParent(named));
	}

	@Test
	void withoutANameItIsTheSystemsOwn() {
		service("MEDIA_SPOOL_FOLDER=").run((context) -> assertThat(context.getBean(SpoolFolder.class).path())
			.isEqualTo(Path.of(System.getProperty("java.io.tmpdir"))));
	}

	@Test
	void whereNobodyCanWriteTheStartEndsInOneSentence() throws IOException {
		Path file = Files.createFile(this.folder.resolve("file"));

		service("MEDIA_SPOOL_FOLDER=" + file)
			.run((context) -> assertThat(new UnusableStoreAnalyzer().analyze(context.getStartupFailure()))
				.extracting(FailureAnalysis::getDescription)
				.isEqualTo("Media store: no files can be spooled in " + file + ": correct MEDIA_SPOOL_FOLDER"));
	}

	@Test
	void whatGoesIntoABucketWaitsThere() {
		SpoolFolder nowhere = new SpoolFolder(this.folder.resolve("nowhere"));
		S3Settings settings = S3.settings(null, "some-bucket", "key", "secret");
		try (S3MediaStore store = new S3MediaStore(S3Connection.open(settings), settings, nowhere)) {
			assertThatExceptionOfType(NoSuchFileException.class)
				.isThrownBy(() -> store.put("a", "text/plain", MediaStoreContract.content("abc"), null))
				.withMessageContaining(nowhere.path().toString());
		}
	}

	private ApplicationContextRunner service(String setting) {
		return new ApplicationContextRunner().withInitializer(new ConfigDataApplicationContextInitializer())
			.withConfiguration(AutoConfigurations.of(MediaAutoConfiguration.class))
			.withPropertyValues("spring.config.import=classpath:studio-common.yml", "studio.service=training",
					"MEDIA_FOLDER=" + this.folder.resolve("media"), setting);
	}

}
