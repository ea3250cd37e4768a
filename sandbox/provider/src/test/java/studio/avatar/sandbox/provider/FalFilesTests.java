package studio.avatar.sandbox.provider;

import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import studio.avatar.sandbox.provider.FalClient.Answer;
import studio.avatar.sandbox.provider.http.Json;

import static org.assertj.core.api.Assertions.assertThat;

class FalFilesTests {

	private static final byte[] BYTES = { 1, 2, 3, 4 };

	private final FalSimulator fal = FalSimulator.start();

	private final FalClient client = new FalClient(this.fal);

	@AfterEach
	void stop() {
		this.client.close();
		this.fal.close();
	}

	@Test
	void anUploadIsPublicUnderItsAddressWithItsContentType() {
		Answer announced = announce();

		Answer sent = this.client.call("PUT", announced.text("upload_url"), BYTES, "Content-Type", "application/zip");

		assertThat(sent.status()).isEqualTo(200);
		try (FalClient anybody = new FalClient(this.fal, "no key")) {
			Answer file = anybody.get(announced.text("file_url"));
			assertThat(file.raw().body()).isEqualTo(BYTES);
			assertThat(file.header("Content-Type")).isEqualTo("application/zip");
		}
	}

	@Test
	void anAnnouncedFileWithoutBytesIsNotFound() {
		assertThat(this.client.get(announce().text("file_url")).status()).isEqualTo(404);
	}

	@Test
	void aFileWhoseLifeHasEndedIsGone() {
		Answer announced = announce("X-Fal-Object-Lifecycle", "{\"expiration_duration_seconds\": 0}");

		Answer sent = this.client.call("PUT", announced.text("upload_url"), BYTES);

		assertThat(sent.status()).isEqualTo(404);
		assertThat(this.client.get(announced.text("file_url")).status()).isEqualTo(404);
	}

	@Test
	void theJournalShowsTheLifeThatWasAskedForAnUpload() {
		announce("X-Fal-Object-Lifecycle", "{\"expiration_duration_seconds\": 3600}");

		assertThat(this.fal.journal().calls().getLast().headers())
			.isEqualTo(Map.of("x-fal-object-lifecycle", "{\"expiration_duration_seconds\": 3600}"));
	}

	@Test
	void announcingNeedsTheKeyAndAllThatIsRequired() {
		String url = this.fal.restUrl() + "/storage/upload/initiate?storage_type=fal-cdn-v3";
		try (FalClient stranger = new FalClient(this.fal, "another key")) {
			assertThat(stranger.call("POST", url, new byte[0]).status()).isEqualTo(401);
		}
		assertThat(this.client.call("POST", url, "{}".getBytes()).status()).isEqualTo(422);
	}

	@Test
	void namesAndPathsCannotLeaveTheShelf() {
		Answer announced = this.client.call("POST",
				this.fal.restUrl() + "/storage/upload/initiate?storage_type=fal-cdn-v3",
				Json.MAPPER.writeValueAsBytes(Map.of("file_name", "../../etc/passwd", "content_type", "text/plain")));

		assertThat(announced.text("file_url")).endsWith("/.._.._etc_passwd");
		assertThat(
				this.client.get(this.fal.controlUrl().resolve("/files/..%2F..%2Fkeys%2Fwebhook-key.json/x").toString())
					.status())
			.isEqualTo(404);
	}

	private Answer announce(String... headers) {
		return this.client.call("POST", this.fal.restUrl() + "/storage/upload/initiate?storage_type=fal-cdn-v3",
				Json.MAPPER.writeValueAsBytes(Map.of("file_name", "photos.zip", "content_type", "application/zip")),
				headers);
	}

}
