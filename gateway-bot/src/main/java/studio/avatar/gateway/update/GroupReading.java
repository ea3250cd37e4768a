package studio.avatar.gateway.update;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.pengrad.telegrambot.model.Message;
import com.pengrad.telegrambot.model.MessageEntity;
import com.pengrad.telegrambot.model.User;
import studio.avatar.gateway.person.Sender;

/** Whom something that was said in a group is for; what it says is not read. */
final class GroupReading {

	private static final Pattern COMMAND = Pattern.compile("\\s*/[A-Za-z0-9_]{1,32}(?:@(\\w+))?(?:\\s.*)?",
			Pattern.DOTALL);

	private GroupReading() {
	}

	static ReadUpdate of(Message message) {
		User user = message.from();
		if (user == null || Boolean.TRUE.equals(user.isBot()) && !isAnonymousAdmin(message)) {
			return new ReadUpdate.Ignored("not from a person");
		}
		Matcher command = COMMAND.matcher(Objects.requireNonNullElse(message.text(), ""));
		boolean commands = command.matches();
		String named = commands ? command.group(1) : null;
		return new ReadUpdate.InGroup(new Sender(message.chat().id(), user.id(), "", user.languageCode()),
				commands && named == null, named, mentioned(message), meant(message));
	}

	private static boolean isAnonymousAdmin(Message message) {
		return message.senderChat() != null && message.senderChat().id().equals(message.chat().id());
	}

	private static Set<String> mentioned(Message message) {
		return entities(message, MessageEntity.Type.mention, (entity) -> wordsOf(message, entity))
			.filter((name) -> name.startsWith("@"))
			.map((name) -> name.substring(1))
			.collect(Collectors.toSet());
	}

	/** Somebody without a user name is mentioned by id. */
	private static Set<Long> meant(Message message) {
		Stream<User> mentioned = entities(message, MessageEntity.Type.text_mention, MessageEntity::user);
		Stream<User> answered = Stream.ofNullable(message.replyToMessage()).map(Message::from);
		return Stream.concat(mentioned, answered).filter(Objects::nonNull).map(User::id).collect(Collectors.toSet());
	}

	private static <T> Stream<T> entities(Message message, MessageEntity.Type type, Function<MessageEntity, T> then) {
		return Stream.of(message.entities(), message.captionEntities())
			.filter(Objects::nonNull)
			.map(Arrays::asList)
			.flatMap(List::stream)
			.filter((entity) -> entity.type() == type)
			.map(then);
	}

	/** Empty where it points beyond the text. */
	private static String wordsOf(Message message, MessageEntity entity) {
		String text = Objects.requireNonNullElse(message.text(), Objects.requireNonNullElse(message.caption(), ""));
		int begin = Math.clamp(entity.offset(), 0, text.length());
		return text.substring(begin, Math.clamp((long) begin + entity.length(), begin, text.length()));
	}

}
