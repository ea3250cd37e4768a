package studio.avatar.sandbox.telegram;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import studio.avatar.sandbox.telegram.payment.PaymentOutcome;
import studio.avatar.sandbox.telegram.person.Attachment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A person who drives the chat of a simulator in another process, over HTTP.
 */
public final class RemotePerson implements Person {

	private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final URI simulator;

	private final long id;

	private RemotePerson(URI simulator, long id) {
		this.simulator = simulator;
		this.id = id;
	}

	/**
	 * Creates or finds the private chat of that person.
	 * @param simulator base address, as {@link TelegramSimulator#url()} gives it
	 */
	public static RemotePerson at(URI simulator, long userId, String firstName, String languageCode) {
		RemotePerson person = new RemotePerson(simulator, userId);
		person.post("/chat/people",
				object().put("id", userId).put("first_name", firstName).put("language_code", languageCode));
		return person;
	}

	@Override
	public long id() {
		return this.id;
	}

	@Override
	public void sends(String text) {
		act("text", object().put("text", text));
	}

	@Override
	public void sendsPhoto(byte[] picture, @Nullable String caption) {
		upload("photos", List.of(photo(picture)), caption);
	}

	@Override
	public void sendsAlbum(List<byte[]> pictures) {
		upload("photos", pictures.stream().map(RemotePerson::photo).toList(), null);
	}

	@Override
	public void sendsDocument(String fileName, String mimeType, byte[] content) {
		upload("documents", List.of(new Attachment(fileName, mimeType, content)), null);
	}

	@Override
	public void presses(SimulatedMessage message, String buttonLabel) {
		act("press",
				object().put("message_id", message.messageId()).put("data", message.button(buttonLabel).pressable()));
	}

	@Override
	public PaymentOutcome pays(SimulatedMessage invoice) {
		return pay(object().put("message", invoice.messageId()));
	}

	@Override
	public PaymentOutcome paysLink(String link) {
		return pay(object().put("link", link));
	}

	private PaymentOutcome pay(JsonNode what) {
		return PaymentOutcome.of(JsonMapper.shared().readTree(post("/chat/people/" + this.id + "/pay", what)));
	}

	@Override
	public int stars() {
		return get("wallet").path("stars").asInt();
	}

	@Override
	public List<SimulatedMessage> messages() {
		return get("messages").valueStream().map(MessageView::message).toList();
	}

	@Override
	public List<CallbackAnswer> toasts() {
		return get("toasts").valueStream().map(MessageView::toast).toList();
	}

	@Override
	public byte[] file(String fileId) {
		return exchange(request("/chat/files/" + fileId).GET());
	}

	@Override
	public void blocksBot() {
		act("block", object().put("blocked", true));
	}

	@Override
	public void unblocksBot() {
		act("block", object().put("blocked", false));
	}

	private void act(String what, JsonNode body) {
		post("/chat/people/" + this.id + "/" + what, body);
	}

	private JsonNode get(String what) {
		return JsonMapper.shared().readTree(exchange(request("/chat/people/" + this.id + "/" + what).GET()));
	}

	private byte[] post(String path, JsonNode body) {
		return exchange(request(path).header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString(body.toString())));
	}

	private void upload(String what, List<Attachment> attachments, @Nullable String caption) {
		String boundary = UUID.randomUUID().toString();
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		if (caption != null) {
			part(body, boundary, "name=\"caption\"", null, caption.getBytes(StandardCharsets.UTF_8));
		}
		attachments.forEach((attachment) -> part(body, boundary,
				"name=\"file\"; filename=\"" + attachment.fileName().replace("\"", "%22") + "\"", attachment.mimeType(),
				attachment.content()));
		body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
		exchange(request("/chat/people/" + this.id + "/" + what)
			.header("Content-Type", "multipart/form-data; boundary=" + boundary)
			.POST(BodyPublishers.ofByteArray(body.toByteArray())));
	}

	private static void part(ByteArrayOutputStream body, String boundary, String names, @Nullable String type,
			byte[] content) {
		String head = "--" + boundary + "\r\nContent-Disposition: form-data; " + names + "\r\n"
				+ ((type != null) ? "Content-Type: " + type + "\r\n" : "") + "\r\n";
		body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
		body.writeBytes(content);
		body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(this.simulator.resolve(path)).timeout(Duration.ofSeconds(30));
	}

	private static byte[] exchange(HttpRequest.Builder request) {
		try {
			HttpResponse<byte[]> answer = HTTP.send(request.build(), BodyHandlers.ofByteArray());
			if (answer.statusCode() != 200) {
				throw new IllegalStateException(
						"the simulator refused: " + new String(answer.body(), StandardCharsets.UTF_8));
			}
			return answer.body();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("interrupted while speaking to the simulator", ex);
		}
	}

	private static Attachment photo(byte[] picture) {
		return new Attachment("photo.jpg", "image/jpeg", picture);
	}

	private static ObjectNode object() {
		return JsonMapper.shared().createObjectNode();
	}

}
