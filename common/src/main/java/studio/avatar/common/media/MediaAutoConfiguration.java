package studio.avatar.common.media;

import java.io.IOException;
import java.nio.file.Path;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/** The media store: a directory, named by {@code studio.media-folder}. */
@AutoConfiguration
@ConditionalOnProperty("studio.media-folder")
class MediaAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	MediaStore mediaStore(@Value("${studio.media-folder}") Path folder) throws IOException {
		return new DirectoryMediaStore(folder);
	}

}
