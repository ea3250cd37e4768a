package studio.avatar.generation.model;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long model files lie in the provider's storage, where anybody who knows their
 * address can read them.
 *
 * @param life how long the provider is asked to keep one
 * @param refreshBefore how long before its end a file is no longer used, and sent anew;
 * shorter than {@code life}, and longer than a generation takes
 */
@ConfigurationProperties("studio.generation.model-file")
record ModelFileSettings(@DefaultValue("7d") Duration life, @DefaultValue("12h") Duration refreshBefore) {

	ModelFileSettings {
		if (refreshBefore.isNegative() || refreshBefore.compareTo(life) >= 0) {
			throw new IllegalArgumentException("studio.generation.model-file.refresh-before must be shorter than life");
		}
	}

}
