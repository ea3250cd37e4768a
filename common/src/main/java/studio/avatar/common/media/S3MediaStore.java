package studio.avatar.common.media;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Object;

import studio.avatar.common.contract.MediaRef;

/**
 * Files in a bucket of any S3-compatible service. A file is spooled to the disk first and
 * then sent in one request with its hash, which the service checks: there it is whole or
 * not at all, and memory holds a buffer of it at most.
 */
class S3MediaStore implements MediaStore, AutoCloseable {

	private final S3Client client;

	private final S3Settings settings;

	private final SpoolFolder spools;

	private final S3Trouble trouble;

	S3MediaStore(S3Client client, S3Settings settings, SpoolFolder spools) {
		this.client = client;
		this.settings = settings;
		this.spools = spools;
		this.trouble = new S3Trouble(settings);
	}

	@Override
	public MediaRef put(String key, String contentType, InputStream content, @Nullable ImageSize image)
			throws IOException {
		try (content) {
			MediaKey.checked(key);
			try (Spool spool = Spool.of(content, this.spools)) {
				return send(key, contentType, spool, image);
			}
		}
	}

	private MediaRef send(String key, String contentType, Spool spool, @Nullable ImageSize image) throws IOException {
		if (spool.bytes() == 0) {
			throw new IOException("nothing to keep as " + key);
		}
		String type = ContentType.checked(contentType);
		MediaRef file = new MediaRef(key, HexFormat.of().formatHex(spool.sha256()), type, spool.bytes(),
				(image != null) ? image.width() : null, (image != null) ? image.height() : null);
		PutObjectRequest request = PutObjectRequest.builder()
			.bucket(this.settings.bucket())
			.key(key)
			.contentType(type)
			.metadata(Map.of(S3Content.SHA256, file.sha256()))
			.checksumSHA256(Base64.getEncoder().encodeToString(spool.sha256()))
			.overrideConfiguration(within(this.settings.transferTimeout(), this.settings.attemptTimeout()))
			.build();
		asked(key, () -> this.client.putObject(request,
				RequestBody.fromContentProvider(spool::content, file.bytes(), type)));
		return file;
	}

	@Override
	public InputStream open(MediaRef file) throws IOException {
		MediaKey.checked(file.key());
		return S3Content.of(asked(file.key(),
				() -> this.client.getObject((get) -> get.bucket(this.settings.bucket())
					.key(file.key())
					.overrideConfiguration(within(this.settings.transferTimeout(), this.settings.attemptTimeout())),
						ResponseTransformer.toInputStream())),
				file);
	}

	@Override
	public boolean holds(MediaRef file) throws IOException {
		MediaKey.checked(file.key());
		try {
			asked(file.key(), () -> this.client.headObject((head) -> head.bucket(this.settings.bucket())
				.key(file.key())
				.overrideConfiguration(within(this.settings.questionTimeout(), this.settings.questionTimeout()))));
			return true;
		}
		catch (MissingMedia ex) {
			checkBucket();
			return false;
		}
	}

	/**
	 * Asks whether the bucket is there and ours to use; an answer that an object is not
	 * there says nothing of the bucket.
	 * @throws UnusableStore when it is not
	 * @throws IOException when the service does not say
	 */
	final void checkBucket() throws IOException {
		asked("", () -> this.client.headBucket((head) -> head.bucket(this.settings.bucket())
			.overrideConfiguration(within(this.settings.questionTimeout(), this.settings.questionTimeout()))));
	}

	@Override
	public void delete(String key) throws IOException {
		MediaKey.checked(key);
		asked(key, () -> this.client.deleteObject((delete) -> delete.bucket(this.settings.bucket()).key(key)));
	}

	@Override
	public Page list(String prefix, String after, int most) throws IOException {
		Page.refuseSize(most);
		ListObjectsV2Response answer = asked(prefix,
				() -> this.client.listObjectsV2((list) -> list.bucket(this.settings.bucket())
					.prefix(prefix)
					.startAfter(after.isEmpty() ? null : after)
					.maxKeys(most)));
		List<S3Object> objects = answer.contents();
		boolean more = Boolean.TRUE.equals(answer.isTruncated()) && !objects.isEmpty();
		return new Page(objects.stream().filter(S3MediaStore::isFile).map(S3MediaStore::kept).toList(),
				more ? objects.getLast().key() : null);
	}

	/** Consoles keep an empty object for what looks like a folder. */
	private static boolean isFile(S3Object object) {
		return !object.key().endsWith("/");
	}

	private static Kept kept(S3Object object) {
		return new Kept(object.key(), object.lastModified(), object.size());
	}

	private <T> T asked(String key, Supplier<T> call) throws IOException {
		try {
			return call.get();
		}
		catch (SdkException ex) {
			throw this.trouble.with(key, ex);
		}
		catch (RuntimeException ex) {
			throw this.trouble.withTheClient(ex);
		}
	}

	private static Consumer<AwsRequestOverrideConfiguration.Builder> within(Duration whole, Duration attempt) {
		return (call) -> call.apiCallTimeout(whole).apiCallAttemptTimeout(attempt);
	}

	@Override
	public void close() {
		this.client.close();
	}

}
