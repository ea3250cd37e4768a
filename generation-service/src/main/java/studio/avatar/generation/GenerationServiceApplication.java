package studio.avatar.generation;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the generation-service. */
@SpringBootApplication
public class GenerationServiceApplication {

	public static void main(String[] args) {
		SpringApplication.run(GenerationServiceApplication.class, args);
	}

}
