package studio.avatar.gallery.wrong.egg;

import org.apache.kafka.clients.producer.ProducerRecord;

import studio.avatar.gallery.wrong.chicken.Chicken;

/** Depends on what depends on it, is called a helper, and speaks to Kafka on its own. */
public record EggHelper(Chicken of, ProducerRecord<String, String> laid) {
}
