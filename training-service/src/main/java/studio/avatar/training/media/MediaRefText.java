package studio.avatar.training.media;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import studio.avatar.common.contract.MediaRef;

/**
 * A reference in one text column, as the JSON that events carry: it is used whole or not
 * at all.
 */
@Converter(autoApply = true)
class MediaRefText implements AttributeConverter<MediaRef, String> {

	private final JsonMapper json = JsonMapper.builder().build();

	@Override
	public @Nullable String convertToDatabaseColumn(@Nullable MediaRef file) {
		return (file != null) ? this.json.writeValueAsString(file) : null;
	}

	@Override
	public @Nullable MediaRef convertToEntityAttribute(@Nullable String text) {
		return (text != null) ? this.json.readValue(text, MediaRef.class) : null;
	}

}
