package studio.avatar.common.media;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import studio.avatar.sandbox.backing.Port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** The variables that name a store, as the services read them. */
class S3SettingsTests {

	private final ApplicationContextRunner service = new ApplicationContextRunner()
		.withInitializer(new ConfigDataApplicationContextInitializer())
		.withConfiguration(AutoConfigurations.of(MediaAutoConfiguration.class))
		.withPropertyValues("spring.config.import=classpath:studio-common.yml", "studio.service=training");

	private final String nobody = "http://127.0.0.1:" + Port.free();

	@Test
	void withoutABucketTheStoreIsTheDirectory(@TempDir Path folder) {
		this.service
			.withPropertyValues("MEDIA_FOLDER=" + folder, "MEDIA_S3_BUCKET=", "MEDIA_S3_ENDPOINT=", "MEDIA_S3_REGION=",
					"MEDIA_S3_PATH_STYLE=", "MEDIA_S3_ACCESS_KEY=", "MEDIA_S3_SECRET_KEY=")
			.run((context) -> {
				assertThat(context).getBean(MediaStore.class).isInstanceOf(DirectoryMediaStore.class);
				assertThat(context).doesNotHaveBean(MediaStoreHealthIndicator.class);
			});
	}

	@Test
	void aNamedBucketWinsAndAServerThatIsAwayDoesNotEndTheStart(@TempDir Path folder) {
		this.service
			.withPropertyValues("MEDIA_FOLDER=" + folder, "MEDIA_S3_BUCKET=avatar-studio",
					"MEDIA_S3_ENDPOINT=" + this.nobody, "MEDIA_S3_REGION=", "MEDIA_S3_PATH_STYLE=",
					"MEDIA_S3_ACCESS_KEY=key", "MEDIA_S3_SECRET_KEY=very-secret")
			.run((context) -> {
				assertThat(context).getBean(MediaStore.class).isInstanceOf(S3MediaStore.class);
				S3Settings settings = context.getBean(S3Settings.class);
				assertThat(settings.region()).isEqualTo("us-east-1");
				assertThat(settings.pathStyle()).isTrue();
				assertThat(settings.questionTimeout()).hasSeconds(1);
				assertThat(settings).hasToString("S3Settings[bucket avatar-studio at " + this.nobody + "]");
				assertThat(context.getBean(MediaStoreHealthIndicator.class).health().getStatus().getCode())
					.isEqualTo("DOWN");
			});
	}

	@Test
	void withoutAnyPlaceForFilesTheStartEndsInWords() {
		this.service.run((context) -> assertThat(context).getFailure()
			.rootCause()
			.isInstanceOf(UnusableStore.class)
			.hasMessage("no place for files: set MEDIA_FOLDER or MEDIA_S3_BUCKET"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "a", "Uppercase", "under_score", "-dash", "a/b", "a b" })
	void aNameThatNoBucketHasIsRefused(String bucket) {
		assertThatIllegalArgumentException().isThrownBy(() -> S3.settings(null, bucket, null, null))
			.withMessageContaining("MEDIA_S3_BUCKET");
	}

	@ParameterizedTest
	@ValueSource(strings = { "s3:8080", "ftp://s3", "//s3", "http://key:secret@s3" })
	void anEndpointThatIsNoAddressIsRefusedAndNotRepeated(String endpoint) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> S3.settings(URI.create(endpoint), "avatar-studio", null, null))
			.withMessageContaining("MEDIA_S3_ENDPOINT")
			.satisfies((ex) -> assertThat(ex).message().doesNotContain("secret"));
	}

	@ParameterizedTest
	@CsvSource({ "key,", ",secret" })
	void halfAKeyIsRefused(String key, String secret) {
		assertThatIllegalArgumentException().isThrownBy(() -> S3.settings(null, "avatar-studio", key, secret))
			.withMessage("MEDIA_S3_ACCESS_KEY and MEDIA_S3_SECRET_KEY come together or not at all");
	}

	@Test
	void amazonsOwnBucketsStandInTheHostName() throws IOException {
		assertThat(S3.settings(null, "avatar-studio", null, null).pathStyle()).isFalse();
	}

}
