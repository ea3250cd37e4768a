package studio.avatar.generation.avatar;

import java.util.UUID;

import studio.avatar.common.contract.Gender;
import studio.avatar.common.contract.MediaRef;

/**
 * An avatar that pictures can be made of.
 *
 * @param userId whose it is
 * @param name as the person gave it
 * @param trigger trigger phrase that stands for the person in a prompt
 * @param profile name of the provider profile it was trained with
 * @param model the LoRA file in our store
 */
public record Avatar(UUID id, long userId, String name, Gender gender, String trigger, String profile, MediaRef model) {
}
