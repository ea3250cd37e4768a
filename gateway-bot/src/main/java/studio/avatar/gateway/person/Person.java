package studio.avatar.gateway.person;

/**
 * Somebody who talks to the bot in a private chat.
 *
 * @param userId Telegram {@code User.id}
 * @param chatId Telegram {@code Chat.id} of the private chat
 * @param firstName as they call themself, shown as it is
 * @param locale {@code ru} or {@code en}
 * @param timeZone IANA zone
 */
public record Person(long userId, long chatId, String firstName, String locale, String timeZone) {

}
