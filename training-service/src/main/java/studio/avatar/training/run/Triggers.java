package studio.avatar.training.run;

import java.security.SecureRandom;
import java.util.HexFormat;

import org.springframework.stereotype.Component;

/** New trigger phrases: a word no model has met, {@code TOK_} and 8 hex digits. */
@Component
class Triggers {

	private final SecureRandom random = new SecureRandom();

	String next() {
		return "TOK_" + HexFormat.of().toHexDigits(this.random.nextInt());
	}

}
