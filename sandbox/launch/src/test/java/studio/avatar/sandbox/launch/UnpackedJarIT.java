package studio.avatar.sandbox.launch;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class UnpackedJarIT {

	@Test
	void aJarWithoutLibrariesInsideRunsAsItIs(@TempDir Path folder) throws IOException {
		Path plain = FakeProject.in(folder).root().resolve("gateway-bot/target/gateway-bot.jar");

		assertThat(UnpackedJar.of(plain)).isEqualTo(plain);
	}

	@Test
	void aServiceRunsFromLibrariesBesideItsJarAndIsUnpackedOnce() {
		Path jar = Project.root().resolve("gallery-service/target/gallery-service.jar");

		Path first = UnpackedJar.of(jar);
		Path second = UnpackedJar.of(jar);

		assertThat(first).isEqualTo(second).isNotEqualTo(jar).hasFileName("gallery-service.jar").exists();
		assertThat(first.resolveSibling("lib")).isDirectoryContaining("glob:**/spring-boot-*.jar");
	}

}
