package studio.avatar.common.messaging;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import studio.avatar.common.contract.ServiceName;
import studio.avatar.common.contract.Topic;
import studio.avatar.common.testkit.HouseRules;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Keeps {@code docs/events.md} equal to the code; {@code -Dapprove=true} writes it anew.
 */
class EventCatalogueTests {

	private static final String INTRODUCTION = """
			# Events

			Written by `EventCatalogueTests` from the code; to change it, change the code and run
			`./mvnw -pl common test -Dtest=EventCatalogueTests -Dapprove=true`.

			Every record is a [CloudEvent](https://cloudevents.io) 1.0 in Kafka's binary mode. Its key is a chat id or, where the
			table says so, a job id or a service, as text, so what concerns one of them stays in order. Its value is JSON; what it looks
			like is approved, one file for each event, in
			`common/src/test/resources/contract`. A field that is not known is skipped, a type that is not known is kept as parked.
			Fields marked `?` may be absent, all others are there.
			What instances say about themselves on `operator.reports` has the key `instances`, so that it waits behind no outcomes of
			a replay. The timestamp of a record is the broker's.

			| header | what it says |
			|---|---|
			| `ce_id` | unique among all events; derived from the cause, so the same cause gives the same id (ADR 0005) |
			| `ce_type` | the wire name below |
			| `ce_source` | the service that says it |
			| `ce_time` | when it was decided, ISO 8601 in UTC |
			| `ce_subject` | the chat, the job or the service, as the key |
			| `ce_correlationid` | the chat update that everything goes back to |
			| `ce_causationid` | the event, or the step of a job, that directly led to it |
			| `ce_traceparent` | W3C Trace Context; the trace id is the same for all that one update leads to |
			| `ce_replayid` | the operator's replay it belongs to; absent when it is live |
			| `content-type` | `application/json` |

			A record that could not be handled is parked byte for byte, with its headers and these:

			| header | what it says |
			|---|---|
			| `parked_topic`, `parked_partition`, `parked_offset` | where it came from |
			| `parked_consumer` | who could not handle it, such as `gallery/chat.gallery` |
			| `parked_cause`, `parked_message` | class and words of the root cause, at most 500 characters |
			| `parked_fingerprint` | equal for failures of one kind at one place in our code |
			| `parked_stacktrace` | our own frames first, at most 2 KB |
			| `parked_at` | when, ISO 8601 in UTC |

			A record that an operator replays stands on `<service>.replay` with its own key, value and CloudEvents headers, a
			fresh timestamp, and these:

			| header | what it says |
			|---|---|
			| `ce_replayid` | the replay it belongs to |
			| `ce_replayof` | where it stood first, such as `training.events-3@1742` |
			| `ce_replayitem` | its number within the replay, from 1 |
			| `ce_replayattempt` | which sending of it this is, from 1 |
			| `ce_replayconsumer` | who is to meet it, such as `gallery/generation.events` |
			| `ce_replaymode` | `redeliver` or `rebuild` |
			| `ce_replaypreview` | `true` when everything is taken back again |

			""";

	private final Set<Class<?>> values = new LinkedHashSet<>();

	@Test
	void thePageSaysWhatTheCodeDoes() throws IOException {
		Path page = HouseRules.project().resolve("docs/events.md");
		String text = text();

		if (Boolean.getBoolean("approve")) {
			Files.writeString(page, text);
		}

		assertThat(page).hasContent(text);
	}

	private String text() {
		Set<Class<?>> families = new LinkedHashSet<>();
		Arrays.stream(Topic.values()).forEach((topic) -> families.add(topic.family()));
		String events = families.stream().map(this::family).collect(Collectors.joining("\n"));
		return INTRODUCTION + topics() + events + "\n" + valuesInside();
	}

	private static String topics() {
		String live = Arrays.stream(Topic.values())
			.map((topic) -> String.format(Locale.ROOT, "| `%s` | %s | %s | %s | [%s](#%s) | %d | %d days | %,d |\n",
					topic.topicName(), topic.key().word(), names(topic.producers()), names(topic.consumers()),
					topic.family().getSimpleName(), topic.family().getSimpleName().toLowerCase(Locale.ROOT),
					topic.partitions(), topic.retention().toDays(), TopicCreation.RECORD_BYTES))
			.collect(Collectors.joining());
		String parked = Arrays.stream(ServiceName.values())
			.map((service) -> String.format(Locale.ROOT,
					"| `%s` | as it came | %s | operators | as they came, with why | 1 | 90 days | %,d |\n",
					Topic.parkedBy(service), service.id(), TopicCreation.PARKED_RECORD_BYTES))
			.collect(Collectors.joining());
		String replay = Arrays.stream(ServiceName.values())
			.filter((service) -> service != ServiceName.CONSOLE)
			.flatMap((service) -> TopicCreation.topicsOf(service).stream())
			.filter((topic) -> topic.name().endsWith(".replay"))
			.map((topic) -> String.format(Locale.ROOT,
					"| `%s` | as it came | console | %s | as they came | %d | 1 day | %,d |\n", topic.name(),
					topic.name().replace(".replay", ""), topic.numPartitions(), TopicCreation.PARKED_RECORD_BYTES))
			.collect(Collectors.joining());
		return """
				## Topics

				| topic | key | said by | heard by | events | partitions | kept | largest record, bytes |
				|---|---|---|---|---|--:|--:|--:|
				""" + live + replay + parked + "\n";
	}

	private String family(Class<?> family) {
		String rows = Arrays.stream(family.getPermittedSubclasses())
			.filter((kind) -> !kind.getSimpleName().equals("Unrecognized"))
			.map((kind) -> "| `%s` | %s | %s |\n".formatted(EventCodec.wireName(kind), kind.getSimpleName(),
					fields(kind)))
			.collect(Collectors.joining());
		return """
				## %s

				| wire name | record | fields |
				|---|---|---|
				""".formatted(family.getSimpleName()) + rows;
	}

	/** The records and words that events are made of; found while events are written. */
	private String valuesInside() {
		StringBuilder rows = new StringBuilder();
		List<Class<?>> waiting = new ArrayList<>(this.values);
		Set<Class<?>> written = new LinkedHashSet<>();
		while (!waiting.isEmpty()) {
			Class<?> value = waiting.removeFirst();
			if (written.add(value)) {
				rows.append("| %s | %s |\n".formatted(value.getSimpleName(), content(value)));
				waiting.addAll(this.values);
			}
		}
		return """
				## What events are made of

				| name | fields, or words |
				|---|---|
				""" + rows;
	}

	private String content(Class<?> value) {
		return value.isEnum()
				? Arrays.stream(value.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "))
				: fields(value);
	}

	private String fields(Class<?> kind) {
		return Arrays.stream(kind.getRecordComponents()).map(this::field).collect(Collectors.joining(", "));
	}

	private String field(RecordComponent component) {
		boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
		return "`%s%s` %s".formatted(component.getName(), optional ? "?" : "", type(component.getGenericType()));
	}

	private String type(Type type) {
		if (type instanceof ParameterizedType many) {
			return "[" + type(many.getActualTypeArguments()[0]) + "]";
		}
		Class<?> single = (Class<?>) type;
		if (single.isRecord() || single.isEnum()) {
			this.values.add(single);
		}
		return single.getSimpleName();
	}

	private static String names(Collection<ServiceName> services) {
		return Stream.of(ServiceName.values())
			.filter(services::contains)
			.map(ServiceName::id)
			.collect(Collectors.joining(", "));
	}

}
