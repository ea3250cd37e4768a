package studio.avatar.common.messaging;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonTypeName;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Events to JSON and back by their wire names. Fields that are not known are skipped (a
 * newer service may add some); a type that is not known becomes the family's
 * {@code Unrecognized}.
 */
public final class EventCodec {

	private static final String UNRECOGNIZED = "Unrecognized";

	private final JsonMapper json = JsonMapper.builder()
		.enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
		.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.build();

	private final Map<Class<?>, Map<String, Class<?>>> dictionaries = new ConcurrentHashMap<>();

	/** The wire name of an event's record, such as {@code generation.completed}. */
	public static String wireName(Class<?> event) {
		JsonTypeName name = event.getAnnotation(JsonTypeName.class);
		if (name == null) {
			throw new IllegalArgumentException(event.getName() + " has no wire name and cannot be published");
		}
		return name.value();
	}

	/** Whether it stands for an event of a newer version. */
	static boolean isUnrecognized(Object event) {
		return event.getClass().getSimpleName().equals(UNRECOGNIZED);
	}

	public byte[] write(Object event) {
		return this.json.writeValueAsBytes(event);
	}

	/**
	 * Reads an event.
	 * @throws UnreadableEvent when the bytes are no JSON of that type, or the record
	 * refuses what they say; permanent
	 */
	public <E> E read(Class<E> family, String type, byte[] value) {
		Class<?> event = dictionary(family).get(type);
		return family.cast((event != null) ? parse(event, type, value) : unrecognized(family, type));
	}

	private Object parse(Class<?> event, String type, byte[] value) {
		try {
			Object parsed = this.json.readValue(value, event);
			if (parsed == null) {
				throw new UnreadableEvent(type + " is null");
			}
			return parsed;
		}
		catch (JacksonException ex) {
			throw new UnreadableEvent(type, ex);
		}
	}

	private Map<String, Class<?>> dictionary(Class<?> family) {
		return this.dictionaries.computeIfAbsent(family,
				(sealed) -> Arrays.stream(sealed.getPermittedSubclasses())
					.filter((event) -> !event.getSimpleName().equals(UNRECOGNIZED))
					.collect(Collectors.toMap(EventCodec::wireName, Function.identity())));
	}

	private static Object unrecognized(Class<?> family, String type) {
		Class<?> unrecognized = Arrays.stream(family.getPermittedSubclasses())
			.filter((event) -> event.getSimpleName().equals(UNRECOGNIZED))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException(family.getName() + " has no Unrecognized case"));
		try {
			Class<?>[] types = Arrays.stream(unrecognized.getRecordComponents())
				.map(RecordComponent::getType)
				.toArray(Class<?>[]::new);
			return unrecognized.getDeclaredConstructor(types).newInstance(type);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
