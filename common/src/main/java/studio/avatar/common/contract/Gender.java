package studio.avatar.common.contract;

/** What a person said of an avatar; words for prompts are chosen by it. */
public enum Gender {

	MALE, FEMALE, OTHER

}
