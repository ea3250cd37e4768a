package studio.avatar.gateway.reply;

import java.time.Duration;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How replies reach their chats.
 *
 * @param answerPressesAfter a press that nothing answered by then is answered without
 * words, so that its spinner ends
 * @param burst new messages a chat may get at once
 * @param perChat then one new message for each such span; edits are not held back
 * @param groupPerMinute new messages a minute in a group
 * @param overall new messages, and progress shown, a second over all chats and instances;
 * fewer than Telegram takes, since on the way two can come closer
 * @param answerWithin a reply that comes so soon after what the person did is its answer,
 * and goes before news of work that went on without them
 * @param chatsAtOnce chats that are spoken to at the same time
 * @param claim a delivery that an instance began and did not finish is taken over after
 * this; renewed while it lives
 * @param longestPause between two calls for a reply that get no answer; pauses double
 * until then
 * @param giveUpAfter a reply over which Telegram's server stumbles or is silent for this
 * long is given up; one that does not reach Telegram never is
 */
@Validated
@ConfigurationProperties("studio.reply")
record ReplySettings(@DefaultValue("800ms") Duration answerPressesAfter, @DefaultValue("5") @Min(1) int burst,
		@DefaultValue("1s") Duration perChat, @DefaultValue("20") @Min(2) int groupPerMinute,
		@DefaultValue("28") @Min(2) int overall, @DefaultValue("10s") Duration answerWithin,
		@DefaultValue("24") @Min(1) int chatsAtOnce, @DefaultValue("10s") Duration claim,
		@DefaultValue("30s") Duration longestPause, @DefaultValue("30m") Duration giveUpAfter) {

}
