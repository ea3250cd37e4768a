package studio.avatar.sandbox.telegram.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import com.sun.net.httpserver.HttpExchange;
import org.apache.commons.fileupload.FileItemIterator;
import org.apache.commons.fileupload.FileItemStream;
import org.apache.commons.fileupload.FileUpload;
import org.apache.commons.fileupload.FileUploadException;
import org.apache.commons.fileupload.UploadContext;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Collects the parameters of a request from its query and its body: form, multipart or
 * JSON.
 */
public final class RequestReader {

	/** Telegram takes files up to 50 MB; a little more for what is around them. */
	private static final int MAX_BODY = 52 * 1024 * 1024;

	private RequestReader() {
	}

	/**
	 * Reads the request to its end.
	 * @throws UnreadableRequest when the body is too large or is not what its type says
	 */
	public static Parameters read(HttpExchange exchange) throws IOException {
		Parameters parameters = new Parameters();
		form(exchange.getRequestURI().getRawQuery(), parameters);
		byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY + 1);
		if (body.length > MAX_BODY) {
			throw new UnreadableRequest(413, "Request Entity Too Large");
		}
		String type = exchange.getRequestHeaders().getFirst("Content-Type");
		String kind = (type != null) ? type.toLowerCase(Locale.ROOT) : "";
		if (body.length > 0 && kind.startsWith("application/json")) {
			json(body, parameters);
		}
		else if (type != null && kind.startsWith("multipart/form-data")) {
			multipart(body, type, parameters);
		}
		else if (kind.startsWith("application/x-www-form-urlencoded")) {
			form(new String(body, StandardCharsets.UTF_8), parameters);
		}
		return parameters;
	}

	private static void form(@Nullable String encoded, Parameters parameters) {
		if (encoded == null || encoded.isEmpty()) {
			return;
		}
		for (String pair : encoded.split("&")) {
			int equals = pair.indexOf('=');
			String name = (equals < 0) ? pair : pair.substring(0, equals);
			String value = (equals < 0) ? "" : pair.substring(equals + 1);
			parameters.put(decode(name), decode(value));
		}
	}

	private static String decode(String encoded) {
		try {
			return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			throw new UnreadableRequest(400, "Bad Request: can't decode " + encoded);
		}
	}

	private static void json(byte[] body, Parameters parameters) {
		try {
			JsonNode object = JsonMapper.shared().readTree(body);
			if (!object.isObject()) {
				throw new UnreadableRequest(400, "Bad Request: object expected");
			}
			object.propertyStream().filter((field) -> !field.getValue().isNull()).forEach((field) -> {
				JsonNode value = field.getValue();
				parameters.put(field.getKey(), value.isString() ? value.stringValue() : value.toString());
			});
		}
		catch (JacksonException ex) {
			throw new UnreadableRequest(400, "Bad Request: can't parse request JSON object");
		}
	}

	private static void multipart(byte[] body, String type, Parameters parameters) throws IOException {
		FileUpload reader = new FileUpload();
		reader.setHeaderEncoding("UTF-8");
		try {
			FileItemIterator parts = reader.getItemIterator(new Body(body, type));
			while (parts.hasNext()) {
				part(parts.next(), parameters);
			}
		}
		catch (FileUploadException ex) {
			throw new UnreadableRequest(400, "Bad Request: can't parse multipart body");
		}
	}

	private static void part(FileItemStream part, Parameters parameters) throws IOException {
		try (InputStream in = part.openStream()) {
			byte[] content = in.readAllBytes();
			if (part.getName() != null) {
				parameters.put(part.getFieldName(), new Upload(part.getName(), part.getContentType(), content));
			}
			else {
				parameters.put(part.getFieldName(), new String(content, StandardCharsets.UTF_8));
			}
		}
	}

	private record Body(byte[] content, String type) implements UploadContext {

		@Override
		public String getCharacterEncoding() {
			return "UTF-8";
		}

		@Override
		public String getContentType() {
			return this.type;
		}

		@Override
		@Deprecated
		public int getContentLength() {
			return this.content.length;
		}

		@Override
		public long contentLength() {
			return this.content.length;
		}

		@Override
		public InputStream getInputStream() {
			return new ByteArrayInputStream(this.content);
		}

	}

}
