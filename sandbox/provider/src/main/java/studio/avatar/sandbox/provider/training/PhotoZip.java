package studio.avatar.sandbox.provider.training;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import studio.avatar.sandbox.provider.model.Detail;
import studio.avatar.sandbox.provider.model.Refusal;

/** The training photos, really unpacked and really decoded. */
final class PhotoZip {

	private static final Pattern PHOTO = Pattern.compile(".*\\.(jpe?g|png|webp)");

	private static final int FEWEST = 4;

	private static final int MOST_ENTRIES = 1000;

	private static final int MOST_BYTES = 100 * 1024 * 1024;

	private PhotoZip() {
	}

	/**
	 * What was in the zip.
	 *
	 * @param faces one square portrait per photo
	 * @param captions number of caption texts beside the photos
	 */
	record Contents(List<BufferedImage> faces, int captions) {
	}

	static Contents read(Path zip) throws IOException, Refusal {
		List<BufferedImage> faces = new ArrayList<>();
		int captions = 0;
		int entries = 0;
		try (InputStream file = Files.newInputStream(zip); ZipInputStream unpacked = new ZipInputStream(file)) {
			for (ZipEntry entry; (entry = unpacked.getNextEntry()) != null && entries < MOST_ENTRIES; entries++) {
				String name = entry.getName().toLowerCase(Locale.ROOT);
				captions += name.endsWith(".txt") ? 1 : 0;
				if (PHOTO.matcher(name).matches() && !name.startsWith("__macosx")) {
					faces.add(face(entry.getName(), unpacked.readNBytes(MOST_BYTES)));
				}
			}
		}
		return new Contents(enough(faces, entries), captions);
	}

	private static BufferedImage face(String name, byte[] bytes) throws IOException, Refusal {
		Optional<BufferedImage> photo = Photo.decode(new ByteArrayInputStream(bytes));
		return FaceCrop.of(photo.orElseThrow(() -> new Refusal(Detail.about("images_data_url", "image_load_error",
				"Training failed: the image " + name + " could not be decoded"))));
	}

	private static List<BufferedImage> enough(List<BufferedImage> faces, int entries) throws Refusal {
		if (entries == 0) {
			throw new Refusal(Detail.about("images_data_url", "invalid_archive", "The file is not a zip archive"));
		}
		if (faces.size() < FEWEST) {
			throw new Refusal(Detail.of(List.of("body", "images_data_url"), "archive_file_count_below_minimum",
					"The archive holds " + faces.size() + " images, at least " + FEWEST + " are needed",
					Map.of("min_count", FEWEST, "provided_count", faces.size())));
		}
		return faces;
	}

}
