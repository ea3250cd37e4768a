package studio.avatar.sandbox.provider;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.avatar.sandbox.provider.FalClient.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The pictures, claim by claim; longer than usual because all share one trained model and
 * the eyes to look at them.
 */
class FalPictureTests {

	private static final Pace AT_ONCE = new Pace(Duration.ZERO, Duration.ZERO, Duration.ZERO);

	private static FalSimulator fal;

	private static FalClient client;

	private static String lora;

	@BeforeAll
	static void train() {
		fal = FalSimulator.start(new FalSimulator.Settings(0, "test-key", null, AT_ONCE));
		client = new FalClient(fal);
		lora = client.lora();
	}

	@AfterAll
	static void stop() {
		client.close();
		fal.close();
	}

	@ParameterizedTest
	@CsvSource({ "square_hd,1024,1024", "portrait_16_9,576,1024", "landscape_16_9,1024,576", "portrait_4_3,768,1024",
			"landscape_4_3,1024,768", "square,512,512" })
	void aNamedSizeIsKeptToThePixel(String name, int width, int height) throws Exception {
		Answer result = client
			.result(client.submit(FalClient.PICTURES, FalClient.prompt("a hill", "image_size", name)));

		assertSize(result, width, height);
	}

	@Test
	void aSizeInPixelsIsKeptToThePixelAndWithoutOneItIsLandscape() throws Exception {
		assertSize(client.result(client.submit(FalClient.PICTURES,
				FalClient.prompt("a hill", "image_size", Map.of("width", 333, "height", 517)))), 333, 517);
		assertSize(client.result(client.submit(FalClient.PICTURES, FalClient.prompt("a hill"))), 1024, 768);
	}

	@Test
	void theSameSeedGivesTheSameBytesAndAnotherSeedGivesOthers() {
		Map<String, Object> first = FalClient.prompt("TOK_12345678 on a beach", "seed", 42, "loras",
				FalClient.loras(lora), "image_size", "square");
		Map<String, Object> second = FalClient.prompt("TOK_12345678 on a beach", "seed", 43, "loras",
				FalClient.loras(lora), "image_size", "square");

		byte[] picture = client.picture(first);

		assertThat(client.picture(first)).isEqualTo(picture);
		assertThat(client.picture(second)).isNotEqualTo(picture);
	}

	@Test
	void anotherPromptGivesAnotherPicture() {
		byte[] beach = client.picture(FalClient.prompt("a beach", "seed", 42, "image_size", "square"));

		assertThat(client.picture(FalClient.prompt("a street", "seed", 42, "image_size", "square")))
			.isNotEqualTo(beach);
	}

	@Test
	void thePersonIsOnThePictureWhenThePromptCallsThem() throws Exception {
		byte[] called = client.picture(portrait("TOK_12345678 headshot"));
		byte[] notCalled = client.picture(portrait("man, headshot"));

		assertThat(shareOfSkin(called)).isGreaterThan(0.08);
		assertThat(shareOfSkin(notCalled)).isLessThan(0.01);
	}

	@Test
	void everyTestPhotoCanComeToThePicture() {
		List<Integer> pictures = List.of(1, 2, 3, 4, 5, 6)
			.stream()
			.map((seed) -> Arrays.hashCode(client.picture(FalClient.prompt("TOK_12345678 headshot", "seed", seed,
					"loras", FalClient.loras(lora), "image_size", "square"))))
			.distinct()
			.toList();

		assertThat(pictures).hasSize(6);
	}

	@Test
	void fourPicturesHaveFourSeedsInARow() {
		Map<String, Object> four = FalClient.prompt("a hill", "seed", 7, "num_images", 4, "image_size", "square");

		Answer result = client.result(client.submit(FalClient.PICTURES, four));

		assertThat(result.body().path("images")).hasSize(4);
		assertThat(result.body().path("has_nsfw_concepts").toString()).isEqualTo("[false,false,false,false]");
		byte[] third = client.download(result.body().at("/images/2/url").asString());
		assertThat(client.picture(FalClient.prompt("a hill", "seed", 9, "image_size", "square"))).isEqualTo(third);
		assertThat(result.header("X-Fal-Billable-Units")).isEqualTo("4");
	}

	@Test
	void aSeedTheProviderChoosesIsBeyondSignedNumbersAndGivesTheSamePictureAgain() {
		Answer result = client
			.result(client.submit(FalClient.PICTURES, FalClient.prompt("a hill", "image_size", "square")));

		BigInteger seed = result.body().path("seed").bigIntegerValue();

		assertThat(seed).isGreaterThan(BigInteger.valueOf(Long.MAX_VALUE));
		assertThat(client.picture(FalClient.prompt("a hill", "image_size", "square", "seed", seed)))
			.isEqualTo(client.download(result.body().at("/images/0/url").asString()));
	}

	@Test
	void theFormatAskedForIsTheFormatGiven() {
		Answer png = client.result(client.submit(FalClient.PICTURES,
				FalClient.prompt("a hill", "output_format", "png", "image_size", "square")));
		Answer jpeg = client
			.result(client.submit(FalClient.PICTURES, FalClient.prompt("a hill", "image_size", "square")));

		assertThat(client.download(png.body().at("/images/0/url").asString())).startsWith(0x89, 'P', 'N', 'G');
		assertThat(client.download(jpeg.body().at("/images/0/url").asString())).startsWith(0xff, 0xd8);
		assertThat(jpeg.body().at("/images/0/content_type").asString()).isEqualTo("image/jpeg");
	}

	@Test
	void aForbiddenPromptIsRefusedAsAPolicyViolation() {
		Answer result = client
			.result(client.submit(FalClient.PICTURES, FalClient.prompt("forbidden-content on a hill")));

		assertThat(result.status()).isEqualTo(422);
		assertThat(result.body().at("/detail/0/type").asString()).isEqualTo("content_policy_violation");
	}

	@Test
	void theSafetyCheckerBlackensThePictureAndSaysSo() throws Exception {
		Answer result = client
			.result(client.submit(FalClient.PICTURES, FalClient.prompt("nsfw-test", "image_size", "square")));

		assertThat(result.status()).isEqualTo(200);
		assertThat(result.body().path("has_nsfw_concepts").toString()).isEqualTo("[true]");
		assertThat(new Color(picture(result).getRGB(250, 250))).isEqualTo(Color.BLACK);
	}

	@Test
	void wrongInputsAreAllNamed() {
		Answer result = client.result(client.submit(FalClient.PICTURES,
				FalClient.prompt("", "prompt", 5, "num_images", 5, "image_size", "huge", "output_format", "gif")));

		assertThat(result.status()).isEqualTo(422);
		assertThat(result.body().path("detail").valueStream().map((detail) -> detail.path("type").asString()))
			.containsExactlyInAnyOrder("string_type", "less_than_equal", "enum", "literal_error");
	}

	@Test
	void aLoraThatIsNotThereIsNamed() {
		Answer result = client.result(client.submit(FalClient.PICTURES, FalClient.prompt("a hill", "loras",
				FalClient.loras(fal.controlUrl().resolve("/files/x/y").toString()))));

		assertThat(result.status()).isEqualTo(422);
		assertThat(result.body().at("/detail/0/loc").toString()).isEqualTo("[\"body\",\"loras\",0,\"path\"]");
	}

	@Test
	void aLoraCanComeAsADataUri() throws Exception {
		String uri = FalClient.dataUri(client.download(lora));

		byte[] picture = client.picture(FalClient.prompt("TOK_12345678 headshot", "seed", 3, "loras",
				FalClient.loras(uri), "image_size", "square"));

		assertThat(shareOfSkin(picture)).isGreaterThan(0.08);
	}

	private static Map<String, Object> portrait(String prompt) {
		return FalClient.prompt(prompt, "seed", 3, "loras", FalClient.loras(lora), "image_size", "square");
	}

	private static void assertSize(Answer result, int width, int height) throws IOException {
		assertThat(picture(result).getWidth()).isEqualTo(width);
		assertThat(picture(result).getHeight()).isEqualTo(height);
		assertThat(result.body().at("/images/0/width").asInt()).isEqualTo(width);
		assertThat(result.body().at("/images/0/height").asInt()).isEqualTo(height);
	}

	private static BufferedImage picture(Answer result) throws IOException {
		return decoded(client.download(result.body().at("/images/0/url").asString()));
	}

	private static BufferedImage decoded(byte[] picture) throws IOException {
		return ImageIO.read(new ByteArrayInputStream(picture));
	}

	/** Share of pixels whose colour is about that of the drawn face. */
	private static double shareOfSkin(byte[] bytes) throws IOException {
		BufferedImage picture = decoded(bytes);
		int skin = 0;
		for (int y = 0; y < picture.getHeight(); y++) {
			for (int x = 0; x < picture.getWidth(); x++) {
				Color pixel = new Color(picture.getRGB(x, y));
				int off = Math.abs(pixel.getRed() - Photos.SKIN.getRed())
						+ Math.abs(pixel.getGreen() - Photos.SKIN.getGreen())
						+ Math.abs(pixel.getBlue() - Photos.SKIN.getBlue());
				skin += (off < 110 && pixel.getRed() > pixel.getBlue() + 25) ? 1 : 0;
			}
		}
		return (double) skin / (picture.getWidth() * picture.getHeight());
	}

}
