package studio.avatar.gateway.reply;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.avatar.common.contract.Domain;
import studio.avatar.common.contract.Expectation;
import studio.avatar.common.contract.Reply;
import studio.avatar.common.messaging.Envelope;
import studio.avatar.gateway.expectation.Expectations;

import org.springframework.stereotype.Component;

/**
 * Hears what services want chats to see: it is written down among the deliveries, and
 * what the chat is asked for becomes its expectation.
 */
@Component
public class ReplyHandler {

	private static final Logger log = LoggerFactory.getLogger(ReplyHandler.class);

	private final Deliveries deliveries;

	private final Expectations expectations;

	ReplyHandler(Deliveries deliveries, Expectations expectations) {
		this.deliveries = deliveries;
		this.expectations = expectations;
	}

	public void on(Envelope<Reply> envelope) {
		switch (envelope.event()) {
			case Reply.ShowCard show -> {
				deliver(envelope, show.chatId());
				if (show.expects() != null) {
					expect(show.chatId(), show.expects(), envelope.correlationId());
				}
			}
			case Reply.UpdateCard update -> deliver(envelope, update.chatId());
			case Reply.RemoveCard remove -> deliver(envelope, remove.chatId());
			case Reply.ShowToast toast -> deliver(envelope, toast.chatId());
			case Reply.ShowPictures pictures -> deliver(envelope, pictures.chatId());
			case Reply.SendFile file -> deliver(envelope, file.chatId());
			case Reply.ShowActivity activity -> deliver(envelope, activity.chatId());
			case Reply.Unrecognized newer -> throw new IllegalStateException("kept as parked before it comes here");
		}
	}

	private void deliver(Envelope<Reply> envelope, long chatId) {
		this.deliveries.add(envelope.id(), chatId, envelope.event(), envelope.correlationId());
	}

	/** Only a domain behind a topic can be told the answer. */
	private void expect(long chatId, Expectation expectation, String correlationId) {
		switch (Domain.of(expectation.name()).orElseThrow()) {
			case TRAINING, GENERATION, GALLERY -> {
				if (!this.expectations.expect(chatId, expectation, correlationId)) {
					log.atInfo().addKeyValue("chatId", chatId).log("Nobody waits for the answer any more");
				}
			}
			case ACCOUNT,
					MENU ->
				log.atWarn()
					.addKeyValue("chatId", chatId)
					.addKeyValue("reason", expectation.name())
					.log("Expectation belongs to nobody who could be told");
		}
	}

}
