package studio.avatar.gateway.reply;

import java.util.List;

import org.jspecify.annotations.Nullable;
import studio.avatar.common.contract.Button;

/**
 * One message of a card.
 *
 * @param words below the picture, or all of it
 * @param picture absent for a text message
 * @param keyboard none but on the last message
 */
record CardPart(Rendered words, @Nullable OutgoingFile picture, List<List<Button>> keyboard) {

}
