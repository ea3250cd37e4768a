package studio.avatar.sandbox.backing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.apache.kafka.common.utils.AppInfoParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class ImageTests {

	@ParameterizedTest
	@EnumSource
	void testsRunTheImagesOfTheComposeFile(Image image) throws IOException {
		assertThat(Files.readAllLines(Path.of("../../docker-compose.yml")).stream().map(String::strip))
			.contains("image: " + image.reference());
	}

	@Test
	void theBrokerInTheImageIsOfTheVersionThatIsEmbedded() {
		assertThat(Image.KAFKA.tag()).isEqualTo(AppInfoParser.getVersion());
	}

}
