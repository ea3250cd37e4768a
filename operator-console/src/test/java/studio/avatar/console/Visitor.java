package studio.avatar.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Somebody in front of the console under test: with cookies like a browser, or with HTTP
 * Basic like a program. Redirects are not followed.
 */
public final class Visitor {

	private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]* value=\"([^\"]+)\"");

	private final URI console;

	private final CookieManager cookies = new CookieManager();

	private final HttpClient http;

	private Visitor(int port, String from) {
		this.console = URI.create("http://127.0.0.1:" + port);
		try {
			this.http = HttpClient.newBuilder()
				.cookieHandler(this.cookies)
				.localAddress(InetAddress.getByName(from))
				.build();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A visitor whom nobody knows yet. */
	public static Visitor at(int port) {
		return new Visitor(port, "127.0.0.1");
	}

	/** The same from another address of this machine, such as {@code 127.0.0.7}. */
	public static Visitor from(String address, int port) {
		return new Visitor(port, address);
	}

	/** Signs in by the form: viewer, operator or approver. */
	public Visitor signedInAs(String name) {
		HttpResponse<String> answer = signIn(name, ConsoleUnderTest.passwordOf(name));
		if (answer.headers().firstValue("Location").filter((to) -> !to.contains("sign-in")).isEmpty()) {
			throw new AssertionError("Sign-in as " + name + " was refused: " + answer.headers().map());
		}
		return this;
	}

	public HttpResponse<String> signIn(String name, String password) {
		return post("/sign-in", Map.of("username", name, "password", password, "_csrf", token("/sign-in")));
	}

	/** The CSRF token that a page carries. */
	public String token(String page) {
		Matcher token = TOKEN.matcher(get(page).body());
		if (!token.find()) {
			throw new AssertionError("No CSRF token on " + page);
		}
		return token.group(1);
	}

	public HttpResponse<String> get(String path, String... headers) {
		return send(request(path, headers).header("Accept", "text/html,*/*;q=0.8").GET().build());
	}

	/** Sends a form, exactly these fields. */
	public HttpResponse<String> post(String path, Map<String, String> form, String... headers) {
		String body = form.entrySet()
			.stream()
			.map((field) -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
		return send(request(path, headers).header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(body))
			.build());
	}

	/** Calls the API as a program does. */
	public HttpResponse<String> call(String method, String path, String name, String password, String body) {
		String both = Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
		return send(request(path, "Authorization", "Basic " + both, "Content-Type", "application/json")
			.method(method, BodyPublishers.ofString(body))
			.build());
	}

	/** The id of the session. */
	public String session() {
		return this.cookies.getCookieStore()
			.getCookies()
			.stream()
			.filter((cookie) -> cookie.getName().equals("console-session"))
			.map((cookie) -> cookie.getValue())
			.findFirst()
			.orElse("");
	}

	private HttpRequest.Builder request(String path, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(this.console.resolve(path));
		return (headers.length != 0) ? request.headers(headers) : request;
	}

	private HttpResponse<String> send(HttpRequest request) {
		try {
			return this.http.send(request, BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new AssertionError(ex);
		}
	}

}
