package studio.avatar.sandbox.telegram.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

import com.sun.net.httpserver.HttpExchange;
import studio.avatar.sandbox.telegram.callback.Answered;
import studio.avatar.sandbox.telegram.callback.Presses;
import studio.avatar.sandbox.telegram.chat.ChatEvents;
import studio.avatar.sandbox.telegram.chat.Contact;
import studio.avatar.sandbox.telegram.chat.Contacts;
import studio.avatar.sandbox.telegram.file.StoredFile;
import studio.avatar.sandbox.telegram.file.StoredFiles;
import studio.avatar.sandbox.telegram.http.Answers;
import studio.avatar.sandbox.telegram.http.Upload;
import studio.avatar.sandbox.telegram.payment.Invoice;
import studio.avatar.sandbox.telegram.payment.InvoiceLinks;
import studio.avatar.sandbox.telegram.payment.PaymentOutcome;
import studio.avatar.sandbox.telegram.payment.Payments;
import studio.avatar.sandbox.telegram.payment.Wallets;
import studio.avatar.sandbox.telegram.person.Attachment;
import studio.avatar.sandbox.telegram.person.PersonActs;
import studio.avatar.sandbox.telegram.world.World;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code /chat}: what the web page and people in other processes see and do.
 */
public final class ChatEndpoint extends Endpoint {

	private final Contacts contacts;

	private final StoredFiles files;

	private final Presses presses;

	private final ReadMarks marks;

	private final ChatEvents events;

	private final PersonActs acts;

	private final Payments payments;

	private final Wallets wallets;

	private final InvoiceLinks links;

	private final ChatViews views;

	public ChatEndpoint(World world, ReadMarks marks) {
		this.contacts = world.contacts();
		this.files = world.files();
		this.presses = world.presses();
		this.marks = marks;
		this.events = world.events();
		this.acts = world.acts();
		this.payments = world.payments();
		this.wallets = world.wallets();
		this.links = world.links();
		this.views = new ChatViews(world.bot(), world.contacts(), world.chats(), world.commands(), marks);
	}

	@Override
	Optional<JsonNode> answer(Request request) throws IOException {
		List<String> path = request.path();
		if (!List.of("GET", "HEAD", "POST").contains(request.verb())) {
			throw new IllegalArgumentException("nothing is done here by " + request.verb());
		}
		if (path.size() == 2 && path.getFirst().equals("files")) {
			return file(request.exchange(), path.get(1));
		}
		if (path.equals(List.of("events"))) {
			new EventStream(this.events).serve(request.exchange());
			return Optional.empty();
		}
		if (!path.getFirst().equals("people")) {
			throw new NoSuchElementException("nothing here");
		}
		return switch (path.size()) {
			case 1 -> Optional.of(request.verb().equals("POST") ? meet(request) : this.views.people());
			case 3 -> ofPerson(request, Long.parseLong(path.get(1)), path.get(2));
			default -> throw new NoSuchElementException("nothing here");
		};
	}

	private Optional<JsonNode> ofPerson(Request request, long id, String what) throws IOException {
		Contact contact = this.contacts.find(id)
			.orElseThrow(() -> new NoSuchElementException("nobody has the id " + id));
		if (request.verb().equals("POST") && what.equals("pay")) {
			return Optional.of(pay(request, id).view());
		}
		if (request.verb().equals("POST") && what.equals("wallet")) {
			this.wallets.set(id, Math.toIntExact(request.number("stars")));
			return Optional.of(wallet(id));
		}
		if (request.verb().equals("POST")) {
			return Optional.of(act(request, id, what));
		}
		return switch (what) {
			case "messages" -> Optional.of(this.views.messages(id));
			case "chat" -> Optional.of(chat(request, contact));
			case "toasts" -> Optional.of(toasts(id));
			case "wallet" -> Optional.of(wallet(id));
			case "invoice" -> Optional.of(invoice(request.required("link")));
			default -> throw new NoSuchElementException("nothing here");
		};
	}

	private JsonNode act(Request request, long id, String what) {
		ObjectNode done = JsonMapper.shared().createObjectNode().put("nano_time", System.nanoTime());
		List<Upload> uploads = new ArrayList<>(request.parameters().uploads().values());
		String caption = request.parameters().value("caption").orElse(null);
		switch (what) {
			case "text" -> this.acts.text(id, request.required("text"));
			case "photos" -> this.acts.photos(id, uploads.stream().map(Upload::content).toList(), caption);
			case "documents" ->
				this.acts.documents(id, uploads.stream().map(ChatEndpoint::attachment).toList(), caption);
			case "press" ->
				done.put("query_id", this.acts.press(id, request.number("message_id"), request.required("data")));
			case "read" -> read(id, request.number("message"));
			case "block" -> this.acts.block(id, Boolean.parseBoolean(request.required("blocked")));
			default -> throw new NoSuchElementException("nothing here");
		}
		return done;
	}

	private PaymentOutcome pay(Request request, long id) {
		return request.parameters()
			.value("link")
			.map((link) -> this.payments.pay(id, link))
			.orElseGet(() -> this.payments.pay(id, request.number("message")));
	}

	private JsonNode invoice(String link) {
		Invoice invoice = this.links.find(link)
			.orElseThrow(() -> new NoSuchElementException("no invoice lies behind " + link));
		return JsonMapper.shared()
			.createObjectNode()
			.put("title", invoice.title())
			.put("description", invoice.description())
			.put("total", invoice.total());
	}

	private JsonNode wallet(long id) {
		return JsonMapper.shared().createObjectNode().put("stars", this.wallets.stars(id));
	}

	private static Attachment attachment(Upload upload) {
		return new Attachment(upload.name(), upload.contentType(), upload.content());
	}

	private JsonNode meet(Request request) {
		Contact contact = this.contacts.meet(request.number("id"), request.required("first_name"),
				request.required("language_code"));
		ObjectNode person = ChatViews.person(contact);
		this.events.tell(contact.id(), "person", person);
		return person;
	}

	private JsonNode chat(Request request, Contact contact) {
		int limit = request.parameters().value("limit").map(Integer::parseInt).orElse(Integer.MAX_VALUE);
		long before = request.parameters().value("before").map(Long::parseLong).orElse(Long.MAX_VALUE);
		return this.views.chat(contact, limit, before);
	}

	private void read(long id, long messageId) {
		this.marks.read(id, messageId);
		this.events.tell(id, "read", JsonMapper.shared().createObjectNode().put("unread", this.marks.unread(id)));
	}

	private JsonNode toasts(long id) {
		ArrayNode toasts = JsonMapper.shared().createArrayNode();
		this.presses.toasts(id).stream().map(Answered::view).forEach(toasts::add);
		return toasts;
	}

	private Optional<JsonNode> file(HttpExchange exchange, String fileId) throws IOException {
		StoredFile file = this.files.find(fileId).orElseThrow(() -> new NoSuchElementException("no such file"));
		exchange.getResponseHeaders().set("Cache-Control", "private, max-age=31536000, immutable");
		if (file.photo() == null) {
			exchange.getResponseHeaders().set("Content-Disposition", "attachment");
		}
		String type = (file.photo() != null) ? "image/jpeg" : "application/octet-stream";
		Answers.bytes(exchange, 200, type, this.files.content(file));
		return Optional.empty();
	}

}
