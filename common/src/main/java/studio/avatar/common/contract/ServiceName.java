package studio.avatar.common.contract;

import java.util.Locale;
import java.util.stream.Stream;

/** A service as topics, schemas, users, consumer groups and {@code ce_source} know it. */
public enum ServiceName {

	GATEWAY, TRAINING, GENERATION, GALLERY,

	/** The operators' own. */
	CONSOLE;

	/** Lower case, {@code training}. */
	public String id() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** Finds a service by its {@link #id()}; refuses any other word. */
	public static ServiceName of(String id) {
		return Stream.of(values())
			.filter((service) -> service.id().equals(id))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("no service is called " + id));
	}

}
