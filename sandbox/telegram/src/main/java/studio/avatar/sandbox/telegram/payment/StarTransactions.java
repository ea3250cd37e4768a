package studio.avatar.sandbox.telegram.payment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import studio.avatar.sandbox.telegram.store.ChangeLog;
import studio.avatar.sandbox.telegram.store.Remembered;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every Star that came to the bot or went back, oldest first.
 */
public final class StarTransactions implements Remembered {

	private final List<StarTransaction> transactions = new ArrayList<>();

	private final ChangeLog log;

	public StarTransactions(ChangeLog log) {
		this.log = log;
	}

	synchronized void add(StarTransaction transaction) {
		this.transactions.add(transaction);
		this.log.append(kind(), JsonMapper.shared().valueToTree(transaction));
	}

	/** The payment of that name, and its refund when there was one. */
	synchronized List<StarTransaction> find(String chargeId) {
		return this.transactions.stream().filter((one) -> one.chargeId().equals(chargeId)).toList();
	}

	synchronized List<StarTransaction> page(int offset, int limit) {
		return this.transactions.stream().skip(offset).limit(limit).toList();
	}

	synchronized int balance() {
		return this.transactions.stream().mapToInt(StarTransaction::amount).sum();
	}

	@Override
	public String kind() {
		return "stars";
	}

	@Override
	public synchronized void recall(JsonNode change) {
		this.transactions.add(JsonMapper.shared().treeToValue(change, StarTransaction.class));
	}

	@Override
	public synchronized void snapshot(Consumer<JsonNode> changes) {
		this.transactions.forEach((one) -> changes.accept(JsonMapper.shared().valueToTree(one)));
	}

}
