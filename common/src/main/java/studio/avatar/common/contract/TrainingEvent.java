package studio.avatar.common.contract;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonTypeName;
import org.jspecify.annotations.Nullable;

/** What became of avatars. Topic {@code training.events}, key: chat id. */
public sealed interface TrainingEvent {

	/** A paid training run was accepted by the provider. */
	@JsonTypeName("training.started")
	record TrainingStarted(UUID runId, UUID avatarId, long chatId, long userId) implements TrainingEvent {

		public TrainingStarted {
			refuse(avatarId, chatId, userId);
			Refuse.missing(runId, "runId");
		}
	}

	/**
	 * An avatar can be used.
	 *
	 * @param name as the person gave it, 2 to 30 characters
	 * @param trigger trigger phrase that stands for the person in a prompt, {@code TOK_}
	 * and 8 hex digits
	 * @param model the LoRA file in our store
	 * @param profile name of the provider profile it was trained with: decides how
	 * pictures are asked for
	 * @param main it is now the person's main avatar
	 * @param preview a training photo to show it by; absent when none is kept
	 */
	@JsonTypeName("training.avatar-ready")
	record AvatarReady(UUID avatarId, long chatId, long userId, String name, Gender gender, String trigger,
			MediaRef model, String profile, boolean main, @Nullable MediaRef preview) implements TrainingEvent {

		public AvatarReady {
			refuse(avatarId, chatId, userId);
			Refuse.blank(name, "name");
			Refuse.missing(gender, "gender");
			Refuse.blank(trigger, "trigger");
			Refuse.missing(model, "model");
			Refuse.blank(profile, "profile");
		}
	}

	/** A run ended without a model; its credits go back. */
	@JsonTypeName("training.failed")
	record TrainingFailed(UUID runId, UUID avatarId, long chatId, long userId, String reason) implements TrainingEvent {

		public TrainingFailed {
			refuse(avatarId, chatId, userId);
			Refuse.missing(runId, "runId");
			Refuse.blank(reason, "reason");
		}
	}

	/** A person stopped a run; its credits go back. */
	@JsonTypeName("training.cancelled")
	record TrainingCancelled(UUID runId, UUID avatarId, long chatId, long userId) implements TrainingEvent {

		public TrainingCancelled {
			refuse(avatarId, chatId, userId);
			Refuse.missing(runId, "runId");
		}
	}

	/** An avatar has a new name, 2 to 30 characters. */
	@JsonTypeName("training.avatar-renamed")
	record AvatarRenamed(UUID avatarId, long chatId, long userId, String name) implements TrainingEvent {

		public AvatarRenamed {
			refuse(avatarId, chatId, userId);
			Refuse.blank(name, "name");
		}
	}

	/** A person chose the avatar that pictures are made of. */
	@JsonTypeName("training.main-avatar-chosen")
	record MainAvatarChosen(UUID avatarId, long chatId, long userId) implements TrainingEvent {

		public MainAvatarChosen {
			refuse(avatarId, chatId, userId);
		}
	}

	/** An avatar is gone for its person. */
	@JsonTypeName("training.avatar-deleted")
	record AvatarDeleted(UUID avatarId, long chatId, long userId) implements TrainingEvent {

		public AvatarDeleted {
			refuse(avatarId, chatId, userId);
		}
	}

	/** An event of a newer version; counted and kept, never guessed at. */
	record Unrecognized(String type) implements TrainingEvent {
	}

	private static void refuse(UUID avatarId, long chatId, long userId) {
		Refuse.missing(avatarId, "avatarId");
		Refuse.zero(chatId, "chatId");
		Refuse.zero(userId, "userId");
	}

}
