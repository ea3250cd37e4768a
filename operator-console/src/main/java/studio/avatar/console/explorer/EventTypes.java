package studio.avatar.console.explorer;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

import com.fasterxml.jackson.annotation.JsonTypeName;

import studio.avatar.common.contract.Topic;

/**
 * What there is to choose from: topics that are archived, and the types of their events.
 */
record EventTypes(List<String> topics, SortedSet<String> types) {

	static EventTypes ofTheCatalogue() {
		List<Topic> live = Arrays.stream(Topic.values()).filter((topic) -> !topic.isOperators()).toList();
		SortedSet<String> types = new TreeSet<>();
		live.forEach((topic) -> Arrays.stream(topic.family().getPermittedSubclasses())
			.map((event) -> event.getAnnotation(JsonTypeName.class))
			.filter(Objects::nonNull)
			.forEach((name) -> types.add(name.value())));
		return new EventTypes(live.stream().map(Topic::topicName).toList(), types);
	}

}
