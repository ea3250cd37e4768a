package studio.avatar.gateway;

import studio.avatar.common.text.Texts;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** Starts the gateway. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class GatewayBotApplication {

	public static void main(String[] args) {
		SpringApplication.run(GatewayBotApplication.class, args);
	}

	@Bean
	Texts texts() {
		return new Texts("texts");
	}

}
