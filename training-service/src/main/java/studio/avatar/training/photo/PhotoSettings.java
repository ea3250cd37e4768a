package studio.avatar.training.photo;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What photos must be like.
 *
 * @param least photos a training needs
 * @param most photos a training takes, at least {@code least}
 * @param shorterSide pixels the shorter side has at least
 * @param longerSide pixels the longer side is scaled down to
 * @param largestFile of a file as it was sent
 * @param mostPixels width times height that is decoded
 * @param mostPixelsWebp the same for WebP, whose decoder needs several times the memory
 * @param atOnce photos decoded at the same time, for memory
 * @param sitting photos sent within this time of each other share one summary
 * @param pause before photos that make trouble are looked at again; it doubles each time,
 * and the fifth look is the last
 */
@Validated
@ConfigurationProperties("studio.training.photos")
record PhotoSettings(@Min(1) int least, @Min(1) @Max(100) int most, @Min(1) int shorterSide, @Min(64) int longerSide,
		@NotNull DataSize largestFile, @Min(1) long mostPixels, @Min(1) long mostPixelsWebp, @Min(1) int atOnce,
		@NotNull Duration sitting, @NotNull Duration pause) {

	PhotoSettings {
		if (most < least) {
			throw new IllegalArgumentException("studio.training.photos.most is below least");
		}
	}

}
