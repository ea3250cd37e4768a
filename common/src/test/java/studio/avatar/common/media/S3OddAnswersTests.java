package studio.avatar.common.media;

import java.util.List;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;

import studio.avatar.common.contract.MediaRef;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

/** What a service that is only nearly compatible may answer, or the client throw. */
class S3OddAnswersTests {

	private static final MediaRef ABC = new MediaRef("a/b",
			"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", "text/plain", 3, null, null);

	private static final S3Settings SETTINGS = S3.settings(null, "some-bucket", "key", "secret");

	@Test
	void aFileWhoseLengthIsNotToldIsReadAndChecked() throws Exception {
		try (S3MediaStore store = new S3MediaStore(new Sparing(null), SETTINGS, S3.SPOOLS)) {
			assertThat(store.read(ABC)).asString().isEqualTo("abc");
		}
	}

	@Test
	void anEmptyPageIsTheLastOneWhateverIsSaidOfMore() throws Exception {
		for (Boolean more : new Boolean[] { true, null }) {
			try (S3MediaStore store = new S3MediaStore(new Sparing(more), SETTINGS, S3.SPOOLS)) {
				assertThat(store.list("", "", 10)).isEqualTo(new MediaStore.Page(List.of(), null));
			}
		}
	}

	@Test
	void whateverTheClientThrowsIsTroubleWithTheStore() {
		try (S3MediaStore store = new S3MediaStore(new Odd(), SETTINGS, S3.SPOOLS)) {
			for (ThrowingCallable call : List.<ThrowingCallable>of(
					() -> store.put("a/b", "text/plain", MediaStoreContract.content("abc"), null),
					() -> store.open(ABC), () -> store.holds(ABC), () -> store.delete("a/b"),
					() -> store.list("a/", "", 10), store::checkBucket)) {
				assertThatIOException().isThrownBy(call)
					.withMessage("bucket some-bucket in us-east-1 cannot be asked: "
							+ UnsupportedOperationException.class.getName());
			}
		}
	}

	/** Whose every call throws what is none of the SDK's own exceptions. */
	private static class Odd implements S3Client {

		@Override
		public String serviceName() {
			return "s3";
		}

		@Override
		public void close() {
			// holds nothing
		}

	}

	/** Leaves out what it may not know. */
	private static final class Sparing extends Odd {

		private final @Nullable Boolean more;

		Sparing(@Nullable Boolean more) {
			this.more = more;
		}

		@Override
		public <T> T getObject(GetObjectRequest request, ResponseTransformer<GetObjectResponse, T> to) {
			try {
				return to.transform(GetObjectResponse.builder().build(),
						AbortableInputStream.create(MediaStoreContract.content("abc")));
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
		}

		@Override
		public ListObjectsV2Response listObjectsV2(ListObjectsV2Request request) {
			return ListObjectsV2Response.builder().isTruncated(this.more).build();
		}

	}

}
