package studio.avatar.generation.generation;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import studio.avatar.generation.generation.GenerationSettings.Polling;
import studio.avatar.generation.generation.GenerationSettings.Profile;
import studio.avatar.generation.generation.ProviderAnswer.Picture;

import static org.assertj.core.api.Assertions.assertThat;

class ProviderWordsTests {

	private final JsonMapper json = JsonMapper.builder().build();

	@Test
	void theRequestHasTheFieldsOfTheEndpointAndNoOthers() {
		PictureRequest request = PictureRequest.of(Orders.of(3), new Profile("fal-ai/flux-lora", 28, 3.5, 1),
				URI.create("https://files/model"));

		JsonNode written = this.json.valueToTree(request);

		assertThat(written).isEqualTo(this.json.readTree("""
				{"prompt": "TOK_0a1b2c3d woman, on a hill", "loras": [{"path": "https://files/model", "scale": 1.0}],
				 "image_size": {"width": 1024, "height": 1024}, "num_images": 3, "num_inference_steps": 28,
				 "guidance_scale": 3.5, "enable_safety_checker": true, "output_format": "jpeg"}"""));
	}

	@Test
	void aSeedBeyond64SignedBitsKeepsItsDigits() {
		ProviderAnswer answer = ProviderAnswer.of(this.json.readTree("""
				{"seed": 15860307465884635512, "images": [{"url": "https://a"}, {"url": "https://b"}],
				 "has_nsfw_concepts": [false, true]}"""));

		assertThat(answer).isEqualTo(new ProviderAnswer("15860307465884635512",
				List.of(new Picture("https://a", false), new Picture("https://b", true))));
	}

	@Test
	void anAnswerThatSaysNothingHasNoPictures() {
		assertThat(ProviderAnswer.of(this.json.readTree("{\"detail\": \"?\"}")))
			.isEqualTo(new ProviderAnswer(ProviderAnswer.UNREPORTED, List.of()));
	}

	@Test
	void theHeadOfAPictureTellsItsPixels() throws IOException {
		ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
		ImageIO.write(new BufferedImage(720, 1280, BufferedImage.TYPE_INT_RGB), "jpg", jpeg);

		assertThat(PictureFile.of(jpeg.toByteArray())).contains(new PictureFile("image/jpeg", 720, 1280));
		assertThat(PictureFile.of("<html>".getBytes())).isEmpty();
		assertThat(PictureFile.of(new byte[0])).isEmpty();
	}

	@Test
	void pausesGrowToTheLongest() {
		Polling polling = new Polling(Duration.ofSeconds(1), Duration.ofSeconds(5), 2);

		assertThat(List.of(0, 1, 2, 3, 1000).stream().map(polling::after)).containsExactly(Duration.ofSeconds(1),
				Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ofSeconds(5), Duration.ofSeconds(5));
	}

}
