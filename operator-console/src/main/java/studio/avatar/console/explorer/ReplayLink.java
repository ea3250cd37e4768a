package studio.avatar.console.explorer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

import studio.avatar.console.archive.EventSearch;

/** A search as the form of a new replay is filled in by its address. */
final class ReplayLink {

	private final UriComponentsBuilder address = UriComponentsBuilder.newInstance();

	private final List<Object> values = new ArrayList<>();

	private ReplayLink() {
	}

	/** Without a question mark; blank when everything is searched for. */
	static String query(EventSearch search) {
		ReplayLink link = new ReplayLink();
		new TreeSet<>(search.topics()).forEach((topic) -> link.add("topics", topic));
		link.add("types", search.types().isEmpty() ? null : String.join(", ", new TreeSet<>(search.types())));
		link.add("chat", search.key());
		link.add("correlationId", search.correlationId());
		link.add("eventId", search.eventId());
		link.add("from", text(search.from()));
		link.add("to", text(search.to()));
		link.add("text", search.text());
		String query = link.address.encode().buildAndExpand(link.values.toArray()).toUriString();
		return query.isEmpty() ? "" : query.substring(1);
	}

	private static @Nullable String text(@Nullable Instant time) {
		return (time != null) ? time.toString() : null;
	}

	private void add(String name, @Nullable String value) {
		if (value != null) {
			this.address.queryParam(name, "{value}");
			this.values.add(value);
		}
	}

}
