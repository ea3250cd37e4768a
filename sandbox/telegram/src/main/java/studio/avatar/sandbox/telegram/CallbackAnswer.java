package studio.avatar.sandbox.telegram;

import java.time.Instant;

/**
 * Words shown in answer to a button press.
 *
 * @param callbackQueryId the press that was answered
 * @param text what the person reads, 1–200 characters
 * @param alert a window to be closed, instead of a toast that fades
 * @param at when it was shown
 */
public record CallbackAnswer(String callbackQueryId, String text, boolean alert, Instant at) {
}
