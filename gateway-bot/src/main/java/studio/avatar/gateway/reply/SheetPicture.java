package studio.avatar.gateway.reply;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import studio.avatar.common.contract.MediaRef;
import studio.avatar.common.contract.Sheet;
import studio.avatar.gateway.sheet.ContactSheets;
import studio.avatar.gateway.sheet.PaintedSheet;

/**
 * A contact sheet on its way, painted only when Telegram does not have it already. One
 * with a grey field does not last: the picture may be there the next time.
 */
final class SheetPicture implements OutgoingFile {

	private final Sheet sheet;

	private final ContactSheets sheets;

	private @Nullable PaintedSheet painted;

	SheetPicture(Sheet sheet, ContactSheets sheets) {
		this.sheet = sheet;
		this.sheets = sheets;
	}

	/** The same pictures with the same numbers make the same sheet. */
	@Override
	public String fingerprint() {
		return sha256(this.sheet.pictures()
			.stream()
			.map(MediaRef::sha256)
			.collect(Collectors.joining(" ", "sheet " + this.sheet.firstNumber() + " ", "")));
	}

	private static String sha256(String words) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every Java has SHA-256", ex);
		}
	}

	@Override
	public String name() {
		return "sheet.jpg";
	}

	@Override
	public String contentType() {
		return "image/jpeg";
	}

	@Override
	public byte[] read() {
		PaintedSheet known = this.painted;
		PaintedSheet here = (known != null) ? known : this.sheets.paint(this.sheet);
		this.painted = here;
		return here.jpeg();
	}

	@Override
	public boolean lasts() {
		return this.painted == null || this.painted.whole();
	}

}
