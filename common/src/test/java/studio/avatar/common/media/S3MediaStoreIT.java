package studio.avatar.common.media;

import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

import studio.avatar.common.contract.MediaRef;
import studio.avatar.sandbox.objects.ObjectStore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class S3MediaStoreIT extends MediaStoreContract {

	private final ObjectStore server = ObjectStore.shared();

	private final String bucket = this.server.bucket("contract-" + UUID.randomUUID());

	private final S3Settings settings = S3.settings(this.server.endpoint(), this.bucket, this.server.accessKey(),
			this.server.secretKey());

	private final S3Client client = S3Connection.open(this.settings);

	private final S3MediaStore store = new S3MediaStore(this.client, this.settings, S3.SPOOLS);

	@AfterEach
	void close() {
		this.store.close();
	}

	@Override
	MediaStore store() {
		return this.store;
	}

	@Override
	Path bytesOf(String key) {
		return this.server.file(this.bucket, key);
	}

	@Test
	void theHashStandsWithTheObjectForTheServerAndForWhoeverLooks() throws IOException {
		this.store.put("a", "text/plain", content("abc"), null);

		HeadObjectResponse head = this.client
			.headObject((ask) -> ask.bucket(this.bucket).key("a").checksumMode(ChecksumMode.ENABLED));

		assertThat(head.checksumSHA256()).isEqualTo("ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
		assertThat(head.metadata()).containsEntry("sha256",
				"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
		assertThat(head.contentType()).isEqualTo("text/plain");
	}

	@Test
	void aFileThatWasReplacedIsRefusedBeforeItsFirstByte() throws IOException {
		MediaRef old = this.store.put("a", "text/plain", content("old"), null);
		this.store.put("a", "text/plain", content("new"), null);

		assertThatIOException().isThrownBy(() -> this.store.open(old)).withMessageContaining("not what was put there");
	}

	@Test
	void aFolderThatAConsoleMadeIsNoFile() throws IOException {
		this.client.putObject((put) -> put.bucket(this.bucket).key("incoming/"), RequestBody.empty());
		this.store.put("incoming/1", "text/plain", content("abc"), null);

		assertThat(this.client.listObjectsV2((list) -> list.bucket(this.bucket)).contents()).hasSize(2);
		assertThat(keysKept()).containsExactly("incoming/1");
	}

}
