package studio.avatar.common.media;

import java.io.IOException;

import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

import studio.avatar.common.contract.MediaRef;

/** An object while it is read; what nobody wants to read is not fetched. */
final class S3Content extends CheckedContent {

	private final ResponseInputStream<GetObjectResponse> answer;

	private S3Content(ResponseInputStream<GetObjectResponse> answer, MediaRef file) {
		super(answer, file);
		this.answer = answer;
	}

	/** Refuses at once what can be seen to be another file. */
	static S3Content of(ResponseInputStream<GetObjectResponse> answer, MediaRef file) throws IOException {
		GetObjectResponse head = answer.response();
		String sha256 = head.metadata().getOrDefault(S3MediaStore.SHA256, file.sha256());
		if (head.contentLength() != file.bytes() || !sha256.equals(file.sha256())) {
			answer.abort();
			throw changed(file);
		}
		return new S3Content(answer, file);
	}

	@Override
	public void close() throws IOException {
		if (!whole()) {
			this.answer.abort();
		}
		super.close();
	}

}
