package studio.avatar.console.story;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import studio.avatar.common.contract.ServiceName;

/** Somebody a story concerns, from left to right as they are drawn. */
enum Lane {

	/** The person, in Telegram. */
	PERSON("Person"),

	GATEWAY("gateway"), TRAINING("training"), GENERATION("generation"), GALLERY("gallery"), CONSOLE("console"),

	/** Whoever says things without being in the catalogue. */
	SOMEBODY("unknown");

	private final String title;

	Lane(String title) {
		this.title = title;
	}

	/** As pictures and tables call it. */
	public String title() {
		return this.title;
	}

	static Lane of(ServiceName service) {
		return valueOf(service.name());
	}

	/** The lane of a {@code ce_source}. */
	static Lane of(@Nullable String source) {
		return Arrays.stream(ServiceName.values())
			.filter((service) -> service.id().equals(source))
			.findFirst()
			.map(Lane::of)
			.orElse(SOMEBODY);
	}

}
