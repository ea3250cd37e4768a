package studio.avatar.sandbox.telegram.payment;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

import studio.avatar.sandbox.telegram.store.ChangeLog;
import studio.avatar.sandbox.telegram.store.Remembered;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Invoices that lie behind a link, for whoever has it and as often as they like.
 */
public final class InvoiceLinks implements Remembered {

	private static final String PREFIX = "https://t.me/$";

	private static final SecureRandom RANDOM = new SecureRandom();

	private final Map<String, Invoice> invoices = new TreeMap<>();

	private final ChangeLog log;

	public InvoiceLinks(ChangeLog log) {
		this.log = log;
	}

	/** Makes a link to that invoice. */
	public synchronized String add(Invoice invoice) {
		byte[] random = new byte[16];
		RANDOM.nextBytes(random);
		String link = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
		this.invoices.put(link, invoice);
		this.log.append(kind(), change(link, invoice));
		return link;
	}

	/** What lies behind that link. */
	public synchronized Optional<Invoice> find(String link) {
		return Optional.ofNullable(this.invoices.get(link));
	}

	@Override
	public String kind() {
		return "invoice-link";
	}

	@Override
	public synchronized void recall(JsonNode change) {
		this.invoices.put(change.path("link").asString(),
				JsonMapper.shared().treeToValue(change.path("invoice"), Invoice.class));
	}

	@Override
	public synchronized void snapshot(Consumer<JsonNode> changes) {
		this.invoices.forEach((link, invoice) -> changes.accept(change(link, invoice)));
	}

	private static JsonNode change(String link, Invoice invoice) {
		ObjectNode change = JsonMapper.shared().createObjectNode().put("link", link);
		change.set("invoice", JsonMapper.shared().valueToTree(invoice));
		return change;
	}

}
