package studio.avatar.training.photo;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import studio.avatar.training.TestPhotos;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A service with little memory looks at whatever people send: one photo must not be able
 * to end it.
 */
class PhotoMemoryTests {

	/** Less than half of what the sandbox gives the whole service. */
	private static final String HEAP = "-Xmx160m";

	@TempDir
	private Path folder;

	@Test
	void aPhoneCamerasLargestPhotoFitsIntoLittleMemory() throws Exception {
		byte[] photo = PhotoInspectionTests.withExif(TestPhotos.jpeg(1, 8064, 6048), 6);

		assertThat(inspected(photo)).isEqualTo("good 1536 x 2048");
	}

	@Test
	void textThatUnpacksToAGigabyteIsNotUnpacked() throws Exception {
		byte[] photo = withPackedText(TestPhotos.png(2, 600, 600), 1 << 30);

		assertThat(inspected(photo)).isEqualTo("good 600 x 600");
	}

	private String inspected(byte[] photo) throws IOException, InterruptedException {
		Path file = Files.write(this.folder.resolve("photo"), photo);
		Process small = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), HEAP,
				"-XX:+UseSerialGC", "-Djava.awt.headless=true", "-cp", System.getProperty("java.class.path"),
				SmallMemory.class.getName(), file.toString())
			.redirectErrorStream(true)
			.start();
		String said = new String(small.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		small.waitFor();
		return said.strip();
	}

	/** Puts a zTXt chunk of that many zeros behind the header of a PNG. */
	private static byte[] withPackedText(byte[] png, long zeros) throws IOException {
		int afterHeader = 8 + 4 + 4 + 13 + 4;
		ByteArrayOutputStream chunk = new ByteArrayOutputStream();
		chunk.writeBytes("zTXtComment\0\0".getBytes(StandardCharsets.ISO_8859_1));
		try (DeflaterOutputStream packed = new DeflaterOutputStream(chunk)) {
			byte[] block = new byte[1 << 16];
			for (long written = 0; written < zeros; written += block.length) {
				packed.write(block);
			}
		}
		CRC32 check = new CRC32();
		check.update(chunk.toByteArray());
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		DataOutputStream out = new DataOutputStream(bytes);
		out.write(png, 0, afterHeader);
		out.writeInt(chunk.size() - 4);
		out.write(chunk.toByteArray());
		out.writeInt((int) check.getValue());
		out.write(png, afterHeader, png.length - afterHeader);
		return bytes.toByteArray();
	}

}
