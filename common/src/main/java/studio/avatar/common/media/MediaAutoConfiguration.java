package studio.avatar.common.media;

import java.io.IOException;
import java.nio.file.Path;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/**
 * The media store: a bucket where {@code studio.media.s3.bucket} names one, else the
 * directory {@code studio.media-folder}.
 */
@AutoConfiguration
@ConditionalOnProperty("studio.media-folder")
class MediaAutoConfiguration {

	@Bean
	SpoolFolder spoolFolder(@Value("${studio.media.spool-folder:}") String folder) throws UnusableStore {
		return SpoolFolder.at(folder.isBlank() ? System.getProperty("java.io.tmpdir") : folder);
	}

	@Bean
	@ConditionalOnMissingBean
	MediaStore mediaStore(@Value("${studio.media-folder}") String folder) throws IOException {
		if (folder.isBlank()) {
			throw new UnusableStore("no place for files: set MEDIA_FOLDER or MEDIA_S3_BUCKET", null);
		}
		return new DirectoryMediaStore(Path.of(folder));
	}

	/** Comes first, so that a named bucket wins over a directory. */
	@Configuration(proxyBeanMethods = false)
	@Conditional(BucketNamed.class)
	@EnableConfigurationProperties(S3Settings.class)
	static class InABucket {

		@Bean
		@ConditionalOnMissingBean(MediaStore.class)
		S3MediaStore mediaStore(S3Settings settings, SpoolFolder spools) throws UnusableStore {
			return S3Start.checked(new S3MediaStore(S3Connection.open(settings), settings, spools));
		}

		@Bean
		MediaStoreHealthIndicator mediaStoreHealthIndicator(S3MediaStore store) {
			return new MediaStoreHealthIndicator(store);
		}

	}

}
