package studio.avatar.common.management;

import java.util.Arrays;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

class ManagementAddressTests {

	@Test
	void aPortOfItsOwnListensWhereTheServiceDoes() {
		assertThat(address("MANAGEMENT_PORT=8081")).isEqualTo("127.0.0.1");
		assertThat(address("MANAGEMENT_PORT=0")).isEqualTo("127.0.0.1");
		assertThat(address("MANAGEMENT_PORT=8081", "SERVER_ADDRESS=0.0.0.0")).isEqualTo("0.0.0.0");
	}

	@Test
	void aSharedPortHasNoAddressOfItsOwn() {
		assertThat(address()).isNull();
		assertThat(address("MANAGEMENT_PORT=")).isNull();
		assertThat(address("MANAGEMENT_PORT=8080")).isNull();
	}

	@Test
	void whoNamesAnAddressGetsThatOne() {
		assertThat(address("MANAGEMENT_PORT=8081", "management.server.address=127.0.0.2")).isEqualTo("127.0.0.2");
	}

	private static @Nullable String address(String... settings) {
		SpringApplication service = new SpringApplicationBuilder(Nothing.class).web(WebApplicationType.NONE).build();
		String[] arguments = Stream
			.concat(Stream.of("spring.config.import=classpath:studio-common.yml", "studio.service=gallery",
					"spring.main.banner-mode=off", "spring.main.keep-alive=false"), Arrays.stream(settings))
			.map((setting) -> "--" + setting)
			.toArray(String[]::new);
		try (ConfigurableApplicationContext context = service.run(arguments)) {
			return context.getEnvironment().getProperty("management.server.address");
		}
	}

	@Configuration(proxyBeanMethods = false)
	static class Nothing {

	}

}
