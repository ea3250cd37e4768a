package studio.avatar.console.parked;

import java.util.Objects;

import org.springframework.http.HttpStatus;

import studio.avatar.console.page.Refused;

/** An operator's wish that cannot be granted, and why. */
class ParkedRefused extends Refused {

	ParkedRefused(String words) {
		super(HttpStatus.CONFLICT, words);
	}

	/** The reason alone. */
	String words() {
		return Objects.requireNonNull(getReason());
	}

}
