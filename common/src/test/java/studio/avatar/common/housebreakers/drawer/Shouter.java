package studio.avatar.common.housebreakers.drawer;

import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Publishes past the outbox, without any bridge. */
record Shouter(Producer<String, String> producer) {

	void shout(String text) {
		this.producer.send(new ProducerRecord<>("chat.replies", text));
	}

}
