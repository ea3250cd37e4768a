package studio.avatar.common.contract;

import java.nio.charset.StandardCharsets;
import java.util.Collection;

import org.jspecify.annotations.Nullable;

/**
 * What compact constructors refuse. Each throws {@link IllegalArgumentException} with the
 * name of the component.
 */
final class Refuse {

	private Refuse() {
	}

	static void missing(@Nullable Object value, String name) {
		if (value == null) {
			throw new IllegalArgumentException(name + " is missing");
		}
	}

	static void blank(@Nullable String value, String name) {
		if (value == null || value.isBlank()) {
			throw new IllegalArgumentException(name + " is missing or blank");
		}
	}

	static void empty(@Nullable Collection<?> values, String name) {
		if (values == null || values.isEmpty()) {
			throw new IllegalArgumentException(name + " is missing or empty");
		}
	}

	static void zero(long value, String name) {
		if (value == 0) {
			throw new IllegalArgumentException(name + " is missing");
		}
	}

	static void negative(long value, String name) {
		if (value < 0) {
			throw new IllegalArgumentException(name + " is negative: " + value);
		}
	}

	static void outside(long value, long min, long max, String name) {
		if (value < min || value > max) {
			throw new IllegalArgumentException("%s is %d, not %d to %d".formatted(name, value, min, max));
		}
	}

	static void longerThan(int maxBytes, String value, String name) {
		int bytes = value.getBytes(StandardCharsets.UTF_8).length;
		if (bytes > maxBytes) {
			throw new IllegalArgumentException("%s has %d bytes, more than %d".formatted(name, bytes, maxBytes));
		}
	}

}
