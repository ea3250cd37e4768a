package studio.avatar.sandbox.provider;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import studio.avatar.sandbox.provider.encoding.Pictures;
import studio.avatar.sandbox.provider.http.Json;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LlmSimulatorTests {

	private final LlmSimulator llm = LlmSimulator.start();

	private final HttpClient http = HttpClient.newHttpClient();

	@AfterEach
	void stop() {
		this.http.close();
		this.llm.close();
	}

	@Test
	void russianBecomesEnglishAndTheRestStaysAsItIs() throws Exception {
		assertThat(text("Translate to English.", "TOK_1a2b3c4d мужчина на пляже, кукарямба, 85mm"))
			.isEqualTo("TOK_1a2b3c4d man on beach, кукарямба, 85mm");
	}

	@Test
	void anEnhancedPromptKeepsThePersonsWordsAndIsTheSameEveryTime() throws Exception {
		String first = text("Translate and enhance the prompt.", "мужчина в городе");

		assertThat(first).startsWith("man in city, ").hasSizeGreaterThan(30);
		assertThat(text("Translate and enhance the prompt.", "мужчина в городе")).isEqualTo(first);
	}

	@Test
	void whatThePersonHasSaidIsNotSaidAgain() throws Exception {
		assertThat(text("Enhance.", "man, neon light, wide shot, fine detail, muted colours"))
			.isEqualTo("man, neon light, wide shot, fine detail, muted colours");
	}

	@Test
	void aPictureIsDescribedByWhatCanBeMeasured() throws Exception {
		String words = content(complete(Map.of("model", this.llm.model(), "messages",
				List.of(Map.of("role", "user", "content", List.of(Map.of("type", "text", "text", "Describe it"),
						Map.of("type", "image_url", "image_url", Map.of("url", blueWall()))))))));

		assertThat(words)
			.isEqualTo("A landscape-format photograph, evenly lit, low contrast, cool tones, dominated by blue");
	}

	@Test
	void jsonIsAnsweredWhenJsonIsAskedFor() throws Exception {
		Map<String, Object> request = Map.of("model", this.llm.model(), "response_format",
				Map.of("type", "json_object"), "messages", List.of(Map.of("role", "user", "content", "море")));

		assertThat(content(complete(request))).isEqualTo("{\"prompt\":\"sea\"}");
	}

	@Test
	void theAnswerHasOpenAisShape() throws Exception {
		JsonNode body = json(complete(request("", "море")));

		assertThat(body.path("object").asString()).isEqualTo("chat.completion");
		assertThat(body.at("/choices/0/finish_reason").asString()).isEqualTo("stop");
		assertThat(body.at("/usage/total_tokens").asInt()).isPositive();
		assertThat(this.llm.completions()).isEqualTo(1);
	}

	@Test
	void theModelsAreListed() throws Exception {
		HttpResponse<String> models = send(HttpRequest.newBuilder(URI.create(this.llm.baseUrl() + "/models"))
			.header("Authorization", "Bearer " + this.llm.key()));

		assertThat(json(models).at("/data/0/id").asString()).isEqualTo(this.llm.model());
	}

	@Test
	void aWrongKeyAnUnknownModelAndABrokenPictureAreRefusedInOpenAisShape() throws Exception {
		HttpResponse<String> noKey = send(HttpRequest.newBuilder(URI.create(this.llm.baseUrl() + "/models")));
		HttpResponse<String> noModel = complete(
				Map.of("model", "gpt", "messages", List.of(Map.of("role", "user", "content", "x"))));
		HttpResponse<String> noPicture = complete(Map
			.of("model", this.llm.model(), "messages", List.of(Map.of("role", "user", "content",
					List.of(Map.of("type", "image_url", "image_url", Map.of("url", "data:image/png;base64,AAAA")))))));

		assertThat(List.of(noKey.statusCode(), noModel.statusCode(), noPicture.statusCode()))
			.isEqualTo(List.of(401, 404, 400));
		assertThat(json(noPicture).at("/error/code").asString()).isEqualTo("invalid_image_url");
	}

	@Test
	void itFailsOnDemandAndThenRecovers() throws Exception {
		this.llm.faults().next(new Effect.Answer(503)).next(new Effect.Cut(true)).next(new Effect.Nonsense());
		this.llm.faults().next(new Effect.Hang(Duration.ofMillis(1)));

		assertThat(complete(request("", "море")).statusCode()).isEqualTo(503);
		assertThatThrownBy(() -> complete(request("", "море"))).isInstanceOf(IOException.class);
		assertThat(complete(request("", "море")).body()).isEqualTo("{\"choices\": [");
		assertThat(content(complete(request("", "море")))).isEqualTo("sea");
		assertThat(content(complete(request("", "море")))).isEqualTo("sea");
	}

	private String text(String orders, String words) throws Exception {
		return content(complete(request(orders, words)));
	}

	private Map<String, Object> request(String orders, String words) {
		return Map.of("model", this.llm.model(), "messages",
				List.of(Map.of("role", "system", "content", orders), Map.of("role", "user", "content", words)));
	}

	private HttpResponse<String> complete(Map<String, Object> request) throws Exception {
		return send(HttpRequest.newBuilder(URI.create(this.llm.baseUrl() + "/chat/completions"))
			.header("Authorization", "Bearer " + this.llm.key())
			.POST(BodyPublishers.ofString(Json.MAPPER.writeValueAsString(request))));
	}

	private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
		return this.http.send(request.timeout(Duration.ofSeconds(10)).build(), BodyHandlers.ofString());
	}

	private static JsonNode json(HttpResponse<String> answer) {
		return Json.MAPPER.readTree(answer.body());
	}

	private static String content(HttpResponse<String> answer) {
		return json(answer).at("/choices/0/message/content").asString();
	}

	private static String blueWall() throws IOException {
		BufferedImage picture = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
		Graphics2D g = picture.createGraphics();
		g.setColor(new Color(90, 130, 220));
		g.fillRect(0, 0, 300, 200);
		g.dispose();
		return "data:image/png;base64," + Base64.getEncoder().encodeToString(Pictures.png(picture));
	}

}
