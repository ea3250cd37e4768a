package studio.avatar.gateway.reply;

import org.jspecify.annotations.Nullable;

/**
 * What of a card decides how it gets into the chat.
 *
 * @param picture SHA-256 of its picture; absent when it has none
 * @param messages how many it takes
 * @param fitsCaption its words could all stand under a picture
 */
record CardShape(@Nullable String picture, int messages, boolean fitsCaption) {

}
