package studio.avatar.training.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.springframework.core.io.InputStreamSource;

import studio.avatar.common.contract.Gender;

/**
 * What a trainer learns from: photos, and beside each a caption. {@code [trigger]} in a
 * caption is replaced by the trigger phrase at the provider.
 */
final class TrainingArchive {

	private TrainingArchive() {
	}

	/**
	 * Writes the zip; photos are JPEG and go in as they are, since packing them again
	 * gains nothing.
	 */
	static void write(List<? extends InputStreamSource> photos, Gender gender, OutputStream to) throws IOException {
		try (ZipOutputStream zip = new ZipOutputStream(to)) {
			zip.setLevel(0);
			int number = 0;
			for (InputStreamSource photo : photos) {
				String name = String.format(Locale.ROOT, "photo-%02d", ++number);
				zip.putNextEntry(new ZipEntry(name + ".jpg"));
				try (InputStream in = photo.getInputStream()) {
					in.transferTo(zip);
				}
				zip.putNextEntry(new ZipEntry(name + ".txt"));
				zip.write(caption(gender).getBytes(StandardCharsets.UTF_8));
			}
		}
	}

	static String caption(Gender gender) {
		return "a photo of [trigger] " + switch (gender) {
			case MALE -> "man";
			case FEMALE -> "woman";
			case OTHER -> "person";
		};
	}

}
