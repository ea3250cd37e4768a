package studio.avatar.gateway;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the gateway-bot. */
@SpringBootApplication
public class GatewayBotApplication {

	public static void main(String[] args) {
		SpringApplication.run(GatewayBotApplication.class, args);
	}

}
