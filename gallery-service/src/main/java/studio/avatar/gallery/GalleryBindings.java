package studio.avatar.gallery;

import java.util.function.Consumer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

import studio.avatar.common.contract.ChatEvent;
import studio.avatar.common.contract.GenerationEvent;
import studio.avatar.common.contract.Topic;
import studio.avatar.common.contract.TrainingEvent;
import studio.avatar.common.messaging.Receiving;
import studio.avatar.gallery.chat.ChatHandler;
import studio.avatar.gallery.image.AvatarNames;
import studio.avatar.gallery.image.ImageProjection;

/**
 * Everything the gallery hears: what people do in it, which images were made, what
 * avatars are called. What it says goes to {@code chat.replies} through the outbox, and
 * nowhere else.
 *
 * <p>
 * All it keeps can be filled again from what it heard, in this order: what avatars are
 * called and which images were made, then what people did to the images.
 */
@Configuration(proxyBeanMethods = false)
class GalleryBindings {

	@Bean
	Consumer<Message<byte[]>> chatGallery(Receiving receiving, ChatHandler chat) {
		return receiving.remembering(Topic.CHAT_GALLERY, ChatEvent.class, chat::on);
	}

	@Bean
	Consumer<Message<byte[]>> generationEvents(Receiving receiving, ImageProjection images) {
		return receiving.projection(Topic.GENERATION_EVENTS, GenerationEvent.class, images::on);
	}

	@Bean
	Consumer<Message<byte[]>> trainingEvents(Receiving receiving, AvatarNames names) {
		return receiving.projection(Topic.TRAINING_EVENTS, TrainingEvent.class, names::on);
	}

}
