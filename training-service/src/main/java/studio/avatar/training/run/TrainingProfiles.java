package studio.avatar.training.run;

import java.util.Map;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The trainers we know how to ask. A profile is never renamed: avatars carry its name for
 * ever.
 *
 * @param profiles by name
 */
@Validated
@ConfigurationProperties("studio.training")
record TrainingProfiles(@NotEmpty Map<String, @Valid TrainingProfile> profiles) {

	TrainingProfile named(String name) {
		TrainingProfile profile = this.profiles.get(name);
		if (profile == null) {
			throw new IllegalArgumentException("no training profile is called " + name);
		}
		return profile;
	}

}
