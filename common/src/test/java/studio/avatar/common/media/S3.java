package studio.avatar.common.media;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

import studio.avatar.sandbox.objects.ObjectStore;

/** Stores in buckets for tests. */
final class S3 {

	/** Where tests spool: nothing is left there. */
	static final SpoolFolder SPOOLS = new SpoolFolder(Path.of(System.getProperty("java.io.tmpdir")));

	private S3() {
	}

	static S3MediaStore store(ObjectStore server, String bucket) {
		return store(settings(server.endpoint(), bucket, server.accessKey(), server.secretKey()));
	}

	static S3MediaStore store(S3Settings settings) {
		return new S3MediaStore(S3Connection.open(settings), settings, SPOOLS);
	}

	/** Quick to give up. */
	static S3Settings settings(@Nullable URI endpoint, String bucket, @Nullable String key, @Nullable String secret) {
		return new S3Settings(bucket, endpoint, null, key, secret, null, Duration.ofSeconds(1), Duration.ofSeconds(5),
				Duration.ofSeconds(2), Duration.ofSeconds(3), Duration.ofSeconds(20), Duration.ofSeconds(30), 2);
	}

}
