package studio.avatar.gallery.image;

import java.sql.Timestamp;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import studio.avatar.common.contract.GenerationEvent;
import studio.avatar.common.contract.GenerationEvent.GeneratedImage;
import studio.avatar.common.contract.GenerationEvent.GenerationCompleted;
import studio.avatar.common.contract.MediaRef;
import studio.avatar.common.messaging.Envelope;

/**
 * Keeps one row for each image that generation made. Heard again, even with an empty
 * inbox, an event says the same facts about the same image id: what a person did to the
 * image since (favourite, deleted) stays.
 */
@Component
public class ImageProjection {

	private static final String KEEP = """
			insert into images (image_id, user_id, chat_id, generation_id, set_position, avatar_id, avatar_name,
				prompt, final_prompt, ratio, model, seed, media_key, sha256, content_type, bytes, width, height,
				created_at)
			values (:image, :user, :chat, :generation, :position, :avatar, :avatarName, :prompt, :finalPrompt, :ratio,
				:model, :seed, :key, :sha256, :contentType, :bytes, :width, :height, :created)
			on conflict (image_id) do update set
				set_position = excluded.set_position, avatar_id = excluded.avatar_id,
				avatar_name = excluded.avatar_name, prompt = excluded.prompt, final_prompt = excluded.final_prompt,
				ratio = excluded.ratio, model = excluded.model, seed = excluded.seed,
				media_key = excluded.media_key, sha256 = excluded.sha256, content_type = excluded.content_type,
				bytes = excluded.bytes, width = excluded.width, height = excluded.height,
				created_at = excluded.created_at
			where images.user_id = excluded.user_id and images.purged_at is null
			""";

	private final JdbcClient database;

	ImageProjection(JdbcClient database) {
		this.database = database;
	}

	public void on(Envelope<GenerationEvent> envelope) {
		switch (envelope.event()) {
			case GenerationCompleted completed -> keepAll(completed);
			case GenerationEvent.GenerationFailed failed -> {
				// no picture came of it
			}
			case GenerationEvent.GenerationCancelled cancelled -> {
				// no picture came of it
			}
			case GenerationEvent.Unrecognized newer -> {
				// never comes here: parked on the way in
			}
		}
	}

	private void keepAll(GenerationCompleted completed) {
		List<GeneratedImage> images = completed.images();
		for (int i = 0; i < images.size(); i++) {
			keep(completed, images.get(i), i + 1);
		}
	}

	private void keep(GenerationCompleted completed, GeneratedImage image, int position) {
		MediaRef file = image.file();
		this.database.sql(KEEP)
			.param("image", image.imageId())
			.param("user", completed.userId())
			.param("chat", completed.chatId())
			.param("generation", completed.generationId())
			.param("position", position)
			.param("avatar", completed.avatarId())
			.param("avatarName", completed.avatarName())
			.param("prompt", completed.prompt())
			.param("finalPrompt", completed.finalPrompt())
			.param("ratio", completed.ratio().name())
			.param("model", completed.model())
			.param("seed", image.seed())
			.param("key", file.key())
			.param("sha256", file.sha256())
			.param("contentType", file.contentType())
			.param("bytes", file.bytes())
			.param("width", file.width())
			.param("height", file.height())
			.param("created", Timestamp.from(completed.completedAt()))
			.update();
	}

}
