package studio.avatar.common.messaging;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

import studio.avatar.common.contract.ServiceName;
import studio.avatar.common.contract.Topic;

/**
 * Derives the bindings of Spring Cloud Stream from the catalogue of topics, so that no
 * topic is named in two places. A service says who it is by {@code studio.service}; for
 * each topic it hears there must be a function bean called {@link Topic#functionName()}.
 *
 * <p>
 * Each topic has a consumer group of its own, called like the consumer is called
 * everywhere: trouble with one topic makes no other wait for a rebalance.
 */
public class CatalogueBindings implements EnvironmentPostProcessor {

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		String service = environment.getProperty("studio.service");
		if (service != null) {
			environment.getPropertySources()
				.addLast(new MapPropertySource("catalogue", bindings(ServiceName.of(service))));
		}
	}

	static Map<String, Object> bindings(ServiceName service) {
		List<Topic> heard = Topic.heardBy(service);
		Map<String, Object> properties = new HashMap<>();
		properties.put("spring.cloud.function.definition",
				heard.stream().map(Topic::functionName).collect(Collectors.joining(";")));
		heard.forEach((topic) -> {
			String binding = "spring.cloud.stream.bindings." + topic.functionName() + "-in-0.";
			properties.put(binding + "destination", topic.topicName());
			properties.put(binding + "group", FailurePolicy.consumer(service, topic.topicName()));
		});
		return properties;
	}

}
