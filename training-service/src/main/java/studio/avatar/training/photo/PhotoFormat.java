package studio.avatar.training.photo;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/** What a file is by its first bytes, whatever its name says. */
enum PhotoFormat {

	JPEG, PNG, WEBP, HEIC, OTHER;

	/** ISO media brands that iPhones and their like write. */
	private static final Set<String> HEIC_BRANDS = Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1",
			"msf1");

	static PhotoFormat of(byte[] file) {
		if (file.length < 12) {
			return OTHER;
		}
		if ((file[0] & 0xff) == 0xff && (file[1] & 0xff) == 0xd8 && (file[2] & 0xff) == 0xff) {
			return JPEG;
		}
		if (text(file, 1).startsWith("PNG") && (file[0] & 0xff) == 0x89) {
			return PNG;
		}
		if (text(file, 0).startsWith("RIFF") && text(file, 8).startsWith("WEBP")) {
			return WEBP;
		}
		return (text(file, 4).startsWith("ftyp") && HEIC_BRANDS.contains(text(file, 8))) ? HEIC : OTHER;
	}

	private static String text(byte[] file, int from) {
		return new String(file, from, 4, StandardCharsets.ISO_8859_1);
	}

}
