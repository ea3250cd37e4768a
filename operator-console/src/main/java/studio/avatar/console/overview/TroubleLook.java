package studio.avatar.console.overview;

/**
 * What went wrong towards the outside, such as calls a provider refused.
 *
 * @param name {@code telegram.429}
 * @param count how often within the window of the question
 */
public record TroubleLook(String service, String name, long count) {
}
