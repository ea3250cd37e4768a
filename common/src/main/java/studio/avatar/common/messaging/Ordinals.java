package studio.avatar.common.messaging;

import java.util.HashMap;
import java.util.Map;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Counts, within the running transaction, the events of one type that one cause leads to:
 * 0, 1, 2 …
 */
final class Ordinals {

	private static final Object KEY = new Object();

	private Ordinals() {
	}

	static int next(String name) {
		return ofTransaction().merge(name, 1, Integer::sum) - 1;
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Integer> ofTransaction() {
		Map<String, Integer> known = (Map<String, Integer>) TransactionSynchronizationManager.getResource(KEY);
		if (known != null) {
			return known;
		}
		Map<String, Integer> fresh = new HashMap<>();
		TransactionSynchronizationManager.bindResource(KEY, fresh);
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
			@Override
			public void afterCompletion(int status) {
				TransactionSynchronizationManager.unbindResource(KEY);
			}
		});
		return fresh;
	}

}
