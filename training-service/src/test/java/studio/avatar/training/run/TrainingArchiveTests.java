package studio.avatar.training.run;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.junit.jupiter.api.Test;
import org.springframework.core.io.InputStreamSource;
import studio.avatar.common.contract.Gender;

import static org.assertj.core.api.Assertions.assertThat;

class TrainingArchiveTests {

	@Test
	void everyPhotoHasItsCaptionBesideIt() throws IOException {
		Map<String, byte[]> zip = zip(List.of(photo(1), photo(2)), Gender.FEMALE);

		assertThat(zip.keySet()).containsExactly("photo-01.jpg", "photo-01.txt", "photo-02.jpg", "photo-02.txt");
		assertThat(zip.get("photo-02.jpg")).containsExactly(2);
		assertThat(new String(zip.get("photo-01.txt"), StandardCharsets.UTF_8)).isEqualTo("a photo of [trigger] woman");
	}

	@Test
	void theCaptionHonoursTheGender() {
		assertThat(Gender.values()).extracting(TrainingArchive::caption)
			.containsExactly("a photo of [trigger] man", "a photo of [trigger] woman", "a photo of [trigger] person");
	}

	private static InputStreamSource photo(int content) {
		return () -> new ByteArrayInputStream(new byte[] { (byte) content });
	}

	private static Map<String, byte[]> zip(List<InputStreamSource> photos, Gender gender) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		TrainingArchive.write(photos, gender, out);
		Map<String, byte[]> entries = new LinkedHashMap<>();
		try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
			for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
				entries.put(entry.getName(), in.readAllBytes());
			}
		}
		return entries;
	}

}
