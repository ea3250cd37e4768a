package studio.avatar.console.access;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may sign in, and for how long.
 *
 * @param users those of a configuration file
 * @param usersInOneLine those of {@code CONSOLE_USERS}: {@code name:roles:hash}, roles
 * separated by commas, users by blanks
 * @param idle after this long without a deed of theirs somebody is signed out
 * @param attempts how many wrong passwords for a name from one address are heard within
 * {@code attemptsWithin}; ten times as many from the address, twenty times as many for
 * the name
 * @param attemptsWithin how long a wrong password counts
 */
@ConfigurationProperties("console.access")
record AccessSettings(@DefaultValue List<ConsoleUser> users, @DefaultValue("") String usersInOneLine,
		@DefaultValue("30m") Duration idle, @DefaultValue("5") int attempts,
		@DefaultValue("1m") Duration attemptsWithin) {

	AccessSettings {
		users = Stream.concat(users.stream(), inOneLine(usersInOneLine)).toList();
		usersInOneLine = "";
		Set<String> names = users.stream().map(ConsoleUser::name).collect(Collectors.toSet());
		refuseWhen(names.size() != users.size(), "Two users have one name.");
		refuseWhen(idle.compareTo(Duration.ofMinutes(1)) < 0 || idle.compareTo(Duration.ofDays(1)) > 0,
				"console.access.idle is one minute at least and one day at most.");
		refuseWhen(attempts < 1 || !attemptsWithin.isPositive(),
				"console.access.attempts and attempts-within are more than nothing.");
	}

	private static void refuseWhen(boolean wrong, String words) {
		if (wrong) {
			throw new UnusableUsers(words);
		}
	}

	private static Stream<ConsoleUser> inOneLine(String line) {
		return Stream.of(line.strip().split("\\s+")).filter((user) -> !user.isEmpty()).map(AccessSettings::user);
	}

	private static ConsoleUser user(String text) {
		String[] parts = text.split(":", 3);
		refuseWhen(parts.length != 3, "CONSOLE_USERS has name:roles:hash for each user, with blanks between them.");
		return new ConsoleUser(parts[0], parts[2],
				Stream.of(parts[1].split(",")).map(AccessSettings::role).collect(Collectors.toSet()));
	}

	private static Role role(String name) {
		return Stream.of(Role.values())
			.filter((role) -> role.name().equalsIgnoreCase(name.strip()))
			.findAny()
			.orElseThrow(() -> new UnusableUsers("Roles are viewer, operator and approver, and nothing else."));
	}

	/** The highest cost of any hash, at which every wrong password is answered. */
	int cost() {
		return this.users.stream().mapToInt(ConsoleUser::cost).max().orElse(10);
	}

	@Nullable ConsoleUser named(String name) {
		return this.users.stream().filter((user) -> user.name().equals(name)).findAny().orElse(null);
	}

}
