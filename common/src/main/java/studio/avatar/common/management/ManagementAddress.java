package studio.avatar.common.management;

import java.util.Map;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Keeps health and metrics on a port of their own where the service itself listens; else
 * that port would be open to the whole network without signing in. Where they share a
 * port no address may be set.
 */
public class ManagementAddress implements EnvironmentPostProcessor {

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		String address = environment.getProperty("server.address");
		if (address != null && ManagementPortType.get(environment) == ManagementPortType.DIFFERENT) {
			environment.getPropertySources()
				.addLast(new MapPropertySource("management address", Map.of("management.server.address", address)));
		}
	}

}
