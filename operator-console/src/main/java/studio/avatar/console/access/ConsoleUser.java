package studio.avatar.console.access;

import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who may sign in.
 *
 * @param name what they type, up to 60 letters, digits and {@code . _ @ -}
 * @param hash bcrypt of their password, never the password itself
 * @param roles what they may do; everybody may look
 */
record ConsoleUser(String name, String hash, Set<Role> roles) {

	private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}._@-]{1,60}");

	private static final Pattern BCRYPT = Pattern
		.compile("(?:\\{bcrypt\\})?(\\$2[aby]\\$(\\d\\d)\\$[./A-Za-z0-9]{53})");

	ConsoleUser(@Nullable String name, @Nullable String hash, @Nullable Set<Role> roles) {
		if (name == null || !NAME.matcher(name).matches()) {
			throw new UnusableUsers("A user's name has 1 to 60 letters, digits and . _ @ - and nothing else.");
		}
		this.name = name;
		this.hash = bcrypt(name, hash);
		this.roles = (roles == null) ? Set.of() : Set.copyOf(roles);
	}

	private static String bcrypt(String name, @Nullable String hash) {
		var matcher = BCRYPT.matcher((hash == null) ? "" : hash.strip());
		if (!matcher.matches()) {
			throw new UnusableUsers("What is given for " + name + " is no bcrypt hash of a password. Passwords are not "
					+ "kept here: give what `htpasswd -nBC 10 " + name + "` prints after the colon.");
		}
		if (Integer.parseInt(matcher.group(2)) < 10 || Integer.parseInt(matcher.group(2)) > 14) {
			throw new UnusableUsers("The hash of " + name + " has a cost outside of 10 to 14.");
		}
		return matcher.group(1);
	}

	/** How often the hash was stretched, as a power of two. */
	int cost() {
		return Integer.parseInt(this.hash.substring(4, 6));
	}

	@Override
	public String toString() {
		return "ConsoleUser[name=" + this.name + ", roles=" + this.roles + "]";
	}

}
