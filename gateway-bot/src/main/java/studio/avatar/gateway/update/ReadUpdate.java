package studio.avatar.gateway.update;

import java.util.Set;

import org.jspecify.annotations.Nullable;
import studio.avatar.gateway.person.Sender;
import studio.avatar.gateway.routing.Incoming;

/** An update in our words. */
sealed interface ReadUpdate {

	/** A person did something in their private chat. */
	record FromPerson(Sender sender, Incoming what) implements ReadUpdate {
	}

	/** Nothing for us; kept with the reason. */
	record Ignored(String reason) implements ReadUpdate {
	}

	/** It happened where the bot does not work. */
	sealed interface Elsewhere extends ReadUpdate {

	}

	/**
	 * Somebody said something in a group.
	 *
	 * @param bareCommand it begins with a command that names no bot
	 * @param commanded user name behind the command it begins with; absent when there is
	 * none
	 * @param mentioned user names, without @
	 * @param meant ids of users it mentions or answers
	 */
	record InGroup(Sender sender, boolean bareCommand, @Nullable String commanded, Set<String> mentioned,
			Set<Long> meant) implements Elsewhere {

		/**
		 * Whether it is for the bot. A command for another bot is not, whomever it
		 * mentions: Telegram brings a bare command only to the bot that spoke last, or to
		 * one that hears everything.
		 */
		boolean isFor(long botId, String userName) {
			if (this.commanded != null) {
				return this.commanded.equalsIgnoreCase(userName);
			}
			return this.bareCommand || this.meant.contains(botId)
					|| this.mentioned.stream().anyMatch(userName::equalsIgnoreCase);
		}

	}

	/** Something of a channel, where the bot has no business. */
	record InChannel(long chatId) implements Elsewhere {
	}

	/** The bot was let into a group, or may speak there again. */
	record IntoGroup(long chatId) implements Elsewhere {
	}

	/** A button was pressed that stands in no private chat. */
	record StrayPress(String pressId) implements Elsewhere {
	}

}
