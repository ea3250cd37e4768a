package studio.avatar.sandbox.provider.storage;

import java.net.URI;
import java.util.Optional;

/** The public addresses of files, and the way back from an address to the file. */
public final class FileAddresses {

	private final URI files;

	private final URI uploads;

	public FileAddresses(URI files, URI uploads) {
		this.files = files;
		this.uploads = uploads;
	}

	public String of(StoredFile file) {
		return this.files + "/" + file.id() + "/" + file.name();
	}

	String forUploadOf(StoredFile file) {
		return this.uploads + "/" + file.id() + "/" + file.name();
	}

	/** The id in an address of ours; empty for everybody else's. */
	Optional<String> id(String url) {
		return url.startsWith(this.files + "/") ? Optional.of(idInPath(url.substring(this.files.toString().length())))
				: Optional.empty();
	}

	/** The id in {@code /id/name}. */
	static String idInPath(String path) {
		String[] parts = path.split("/");
		return (parts.length > 1) ? parts[1] : "";
	}

}
