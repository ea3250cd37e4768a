package studio.avatar.gateway.person;

import java.time.Duration;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Everybody who ever wrote to the bot; they are registered by whatever they do first. */
@Component
public class People {

	private static final String COLUMNS = "user_id, chat_id, first_name, locale, time_zone";

	private final JdbcClient database;

	private final PersonSettings settings;

	private final ClosedChats closed;

	People(JdbcClient database, PersonSettings settings, ClosedChats closed) {
		this.database = database;
		this.settings = settings;
		this.closed = closed;
	}

	/**
	 * Finds or registers who sent an update; somebody who had blocked the bot is back.
	 * Only inside a transaction.
	 */
	public Met meet(Sender sender) {
		Optional<Known> known = this.database.sql("select " + COLUMNS
				+ ", exists (select 1 from closed_chat where closed_chat.chat_id = person.chat_id) from person where user_id = ?")
			.param(sender.userId())
			.query((row,
					number) -> new Known(new Person(row.getLong(1), row.getLong(2), row.getString(3), row.getString(4),
							row.getString(5)), row.getBoolean(6)))
			.optional();
		return known.map((found) -> new Met(refresh(found, sender), false)).orElseGet(() -> register(sender));
	}

	private Person refresh(Known known, Sender sender) {
		Person person = known.person();
		String firstName = readable(sender.firstName());
		if (!known.blocked() && person.firstName().equals(firstName)) {
			return person;
		}
		if (known.blocked()) {
			this.closed.open(person.chatId());
		}
		this.database.sql("update person set first_name = ? where user_id = ?")
			.params(firstName, sender.userId())
			.update();
		return new Person(person.userId(), person.chatId(), firstName, person.locale(), person.timeZone());
	}

	private Met register(Sender sender) {
		Person person = new Person(sender.userId(), sender.chatId(), readable(sender.firstName()), sender.locale(),
				this.settings.timeZone().getId());
		boolean fresh = this.database
			.sql("insert into person (" + COLUMNS + ") values (?, ?, ?, ?, ?) on conflict do nothing")
			.params(person.userId(), person.chatId(), person.firstName(), person.locale(), person.timeZone())
			.update() == 1;
		return new Met(person, fresh);
	}

	/** Finds whose private chat it is. */
	public Optional<Person> ofChat(long chatId) {
		return this.database.sql("select " + COLUMNS + " from person where chat_id = ?")
			.param(chatId)
			.query((row, number) -> new Person(row.getLong(1), row.getLong(2), row.getString(3), row.getString(4),
					row.getString(5)))
			.optional();
	}

	/** They do not want to hear from the bot until they write again. */
	public void block(long chatId) {
		this.closed.close(chatId, Duration.ZERO);
	}

	/** PostgreSQL cannot keep a NUL, and a name needs something to be seen. */
	private static String readable(String name) {
		String clean = name.replace("\0", "").strip();
		return clean.isEmpty() ? "…" : clean;
	}

	/**
	 * The person of an update.
	 *
	 * @param fresh they were not known before
	 */
	public record Met(Person person, boolean fresh) {

	}

	private record Known(Person person, boolean blocked) {

	}

}
