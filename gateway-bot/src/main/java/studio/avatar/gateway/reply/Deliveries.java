package studio.avatar.gateway.reply;

import org.jspecify.annotations.Nullable;
import studio.avatar.common.contract.Reply;
import studio.avatar.common.messaging.Effects;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What chats shall see, kept in the transaction that decided it and sent right after its
 * commit. One event is one delivery, however often it comes.
 */
@Component
public class Deliveries {

	private final DeliveryRows rows;

	private final Sender sender;

	private final PressAnswers presses;

	Deliveries(DeliveryRows rows, Sender sender, PressAnswers presses) {
		this.rows = rows;
		this.sender = sender;
		this.presses = presses;
	}

	/**
	 * Keeps a reply. Only inside a transaction.
	 * @param eventId names it; a second one with the same id is not kept
	 */
	public void add(String eventId, long chatId, Reply reply, String correlationId) {
		add(eventId, chatId, reply, correlationId, null);
	}

	/**
	 * Keeps a reply, like the other one.
	 * @param urgency absent: an answer, when it follows soon from what the person did
	 */
	public void add(String eventId, long chatId, Reply reply, String correlationId, @Nullable Urgency urgency) {
		if (this.rows.add(eventId, chatId, reply, correlationId, urgency)) {
			Effects.speaksTo(chatId);
			TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
				@Override
				public void afterCommit() {
					begin(chatId, reply);
				}
			});
		}
	}

	private void begin(long chatId, Reply reply) {
		if (reply instanceof Reply.ShowToast toast) {
			this.presses.toastComing(toast.pressId());
		}
		this.sender.nudge(chatId, Delivery.isHurried(reply));
	}

}
