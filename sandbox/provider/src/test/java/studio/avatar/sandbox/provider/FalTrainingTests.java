package studio.avatar.sandbox.provider;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import studio.avatar.sandbox.provider.FalClient.Answer;
import studio.avatar.sandbox.provider.http.Json;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class FalTrainingTests {

	private final FalSimulator fal = FalSimulator.start();

	private final FalClient client = new FalClient(this.fal);

	@AfterEach
	void stop() {
		this.client.close();
		this.fal.close();
	}

	@Test
	void aTrainingLeavesASafetensorsFileAndAConfiguration() throws Exception {
		Answer submitted = this.client.train(Photos.zip(10), Map.of("trigger_phrase", "TOK_12345678", "steps", 2500));

		Answer result = this.client.result(submitted);

		JsonNode lora = result.body().path("diffusers_lora_file");
		byte[] file = this.client.download(lora.path("url").asString());
		assertThat(lora.path("file_size").asInt()).isEqualTo(file.length);
		assertThat(lora.path("file_name").asString()).isEqualTo("pytorch_lora_weights.safetensors");
		assertThat(header(file).at("/__metadata__/trigger_phrase").asString()).isEqualTo("TOK_12345678");
		assertThat(header(file).at("/__metadata__/steps").asString()).isEqualTo("2500");
		assertThat(lastByteOfTensors(file)).isEqualTo(file.length);
		assertThat(result.header("X-Fal-Billable-Units")).isEqualTo("2500");
		String config = result.body().at("/config_file/url").asString();
		assertThat(this.client.get(config).text("trainer")).isEqualTo(FalClient.TRAINER);
	}

	@Test
	void theLogShowsProgressBarsThatEndWithTheLastStep() throws Exception {
		Answer submitted = this.client.train(Photos.zip(4), Map.of("steps", 2500));

		List<String> log = Stream.of(this.client.completed(submitted).body().path("logs"))
			.flatMap(JsonNode::valueStream)
			.map((line) -> line.path("message").asString())
			.toList();

		assertThat(log).contains("Found 4 images and 4 captions");
		assertThat(log).filteredOn((line) -> line.contains("it/s]"))
			.allMatch((line) -> line
				.matches(" *\\d+%\\|[# ]{10}\\| \\d+/2500 \\[\\d\\d:\\d\\d<(\\d\\d:\\d\\d|\\?), .+it/s]"))
			.last()
			.asString()
			.startsWith("100%|##########| 2500/2500 [");
	}

	@Test
	void theUploadedZipIsReallyRead() throws Exception {
		Answer announced = this.client.call("POST",
				this.fal.restUrl() + "/storage/upload/initiate?storage_type=fal-cdn-v3",
				"{\"file_name\":\"photos.zip\",\"content_type\":\"application/zip\"}".getBytes());
		this.client.call("PUT", announced.text("upload_url"), Photos.zip(5));

		Answer result = this.client.result(this.client.submit("fal-ai/flux-lora-fast-training",
				Map.of("images_data_url", announced.text("file_url"), "trigger_word", "TOK_1")));

		byte[] file = this.client.download(result.body().at("/diffusers_lora_file/url").asString());
		assertThat(header(file).at("/__metadata__/photos").asString()).isEqualTo("5");
		assertThat(header(file).at("/__metadata__/trigger_phrase").asString()).isEqualTo("TOK_1");
	}

	@Test
	void threePhotosAreTooFew() throws Exception {
		Answer submitted = this.client.train(Photos.zip(3), Map.of());

		assertRefused(submitted, "archive_file_count_below_minimum");
	}

	@Test
	void aPhotoThatCannotBeDecodedFailsTheTraining() throws Exception {
		Map<String, byte[]> photos = Map.of("a.jpg", Photos.face(1), "b.jpg", Photos.face(2), "c.jpg", Photos.face(3),
				"d.jpg", "no picture".getBytes());

		Answer submitted = this.client.train(Photos.zip(photos), Map.of());

		assertRefused(submitted, "image_load_error");
	}

	@Test
	void whatIsNoZipOrNotThereIsRefused() {
		assertRefused(this.client.train("no zip".getBytes(), Map.of()), "invalid_archive");
		assertRefused(
				this.client.submit(FalClient.TRAINER,
						Map.of("images_data_url", this.fal.controlUrl().resolve("/files/none/none.zip").toString())),
				"file_download_error");
	}

	@Test
	void aMissingZipAndAWrongNumberOfStepsAreBothNamed() {
		Answer result = this.client.result(this.client.submit(FalClient.TRAINER, Map.of("steps", 10_001)));

		assertThat(result.status()).isEqualTo(422);
		assertThat(result.body().path("detail").valueStream().map((detail) -> detail.path("type").asString()))
			.containsExactly("missing", "less_than_equal");
		assertThat(result.body().at("/detail/0/loc").toString()).isEqualTo("[\"body\",\"images_data_url\"]");
	}

	private void assertRefused(Answer submitted, String type) {
		Answer status = this.client.completed(submitted);
		assertThat(status.text("error_type")).isEqualTo(type);
		Answer result = this.client.get(submitted.text("response_url"));
		assertThat(result.status()).isEqualTo(422);
		assertThat(result.body().at("/detail/0/type").asString()).isEqualTo(type);
		assertThat(result.header("X-Fal-Retryable")).isEqualTo("false");
	}

	private static JsonNode header(byte[] file) throws IOException {
		return Json.MAPPER.readTree(new String(file, 8, (int) headerLength(file)));
	}

	private static long headerLength(byte[] file) {
		return ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getLong();
	}

	private static long lastByteOfTensors(byte[] file) throws IOException {
		return 8 + headerLength(file)
				+ header(file).valueStream()
					.mapToLong((tensor) -> tensor.at("/data_offsets/1").asLong(0))
					.max()
					.orElseThrow();
	}

}
