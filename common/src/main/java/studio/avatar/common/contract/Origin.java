package studio.avatar.common.contract;

import org.jspecify.annotations.Nullable;

/**
 * Who did something in a chat, and where.
 *
 * @param chatId Telegram {@code Chat.id} (signed 64-bit); also the Kafka key, so a
 * person's events stay in order
 * @param userId Telegram {@code User.id}; owns avatars, images and credits
 * @param locale language of the answers: {@code ru} or {@code en}
 * @param timeZone IANA zone for dates shown to the person, such as {@code Europe/Moscow}
 * @param messageId the message it came from: the pressed card or the sent text; absent
 * when there is none
 */
public record Origin(long chatId, long userId, String locale, String timeZone, @Nullable Long messageId) {

	public Origin {
		Refuse.zero(chatId, "chatId");
		Refuse.zero(userId, "userId");
		Refuse.blank(locale, "locale");
		Refuse.blank(timeZone, "timeZone");
	}

}
