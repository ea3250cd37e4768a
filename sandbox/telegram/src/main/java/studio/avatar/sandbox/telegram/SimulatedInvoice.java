package studio.avatar.sandbox.telegram;

/**
 * An invoice as the person sees it.
 *
 * @param total Stars
 * @param paid whether the person paid it
 */
public record SimulatedInvoice(String title, String description, int total, boolean paid) {
}
