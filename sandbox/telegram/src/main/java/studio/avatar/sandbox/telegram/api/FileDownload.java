package studio.avatar.sandbox.telegram.api;

import java.io.IOException;
import java.util.Optional;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import studio.avatar.sandbox.telegram.file.StoredFile;
import studio.avatar.sandbox.telegram.file.StoredFiles;
import studio.avatar.sandbox.telegram.http.Answers;

/**
 * Serves {@code /file/bot<token>/<file_path>}.
 */
public final class FileDownload implements HttpHandler {

	private final String prefix;

	private final StoredFiles files;

	public FileDownload(String token, StoredFiles files) {
		this.prefix = "/file/bot" + token + "/";
		this.files = files;
	}

	@Override
	public void handle(HttpExchange exchange) throws IOException {
		String path = exchange.getRequestURI().getPath();
		if (!path.startsWith(this.prefix)) {
			Answers.json(exchange, 401, Refusal.of(401, "Unauthorized").body());
			return;
		}
		Optional<StoredFile> file = this.files.findByPath(path.substring(this.prefix.length()));
		if (file.isEmpty()) {
			Answers.json(exchange, 404, Refusal.of(404, "Not Found").body());
			return;
		}
		Answers.bytes(exchange, 200, "application/octet-stream", this.files.content(file.get()));
	}

}
