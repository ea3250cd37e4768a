package studio.avatar.common.media;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a file is said to be. Whoever sent it may have said anything; a service that keeps
 * it takes a media type only.
 */
final class ContentType {

	/** Of a file of which nobody says what it is. */
	private static final String BYTES = "application/octet-stream";

	private static final String NAME = "[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}";

	private static final Pattern TYPE = Pattern.compile("(" + NAME + "/" + NAME + ")( *;.*)?");

	private ContentType() {
	}

	/** The type without what may follow it, or that of any bytes if it is none. */
	static String checked(String said) {
		Matcher type = TYPE.matcher(said);
		return type.matches() ? type.group(1) : BYTES;
	}

}
