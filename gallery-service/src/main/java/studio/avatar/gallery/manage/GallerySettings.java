package studio.avatar.gallery.manage;

import java.time.Duration;

import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * What can be set about the gallery.
 *
 * @param undoWindow how long a deleted picture can be brought back before its file goes,
 * one second to one day
 */
@Validated
@ConfigurationProperties("gallery")
record GallerySettings(@NotNull @DurationMin(seconds = 1) @DurationMax(days = 1) Duration undoWindow) {
}
