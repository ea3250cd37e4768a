package studio.avatar.common.media;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

import studio.avatar.common.contract.MediaRef;

/** An object as it is read. */
final class S3Content {

	/** Under this name the hash stands with the object, in hex as in a reference. */
	static final String SHA256 = "sha256";

	private S3Content() {
	}

	/** Refuses before the first byte what can be seen to be another file. */
	static InputStream of(ResponseInputStream<GetObjectResponse> answer, MediaRef file) throws IOException {
		GetObjectResponse head = answer.response();
		String sha256 = head.metadata().getOrDefault(SHA256, file.sha256());
		long bytes = Objects.requireNonNullElse(head.contentLength(), file.bytes());
		if (bytes != file.bytes() || !sha256.equals(file.sha256())) {
			answer.close();
			throw CheckedContent.changed(file);
		}
		return new CheckedContent(answer, file);
	}

}
