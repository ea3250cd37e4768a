package studio.avatar.console.story;

import java.io.StringReader;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

import studio.avatar.common.contract.Topic;
import studio.avatar.common.messaging.Headers;
import studio.avatar.console.ConsoleUnderTest;
import studio.avatar.console.Visitor;
import studio.avatar.console.archive.Archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class StoryIT extends ConsoleUnderTest {

	@Autowired
	private Archive archive;

	private final String story = UUID.randomUUID().toString();

	@Test
	void theStoryIsAPictureThatOpensAloneWhateverItsEventsAreCalled() throws Exception {
		say(Topic.CHAT_TRAINING, "gateway", "<script>alert('1')</script>\u0001 & \"more\"");
		say(Topic.TRAINING_EVENTS, "training", "avatar.ready");
		await().untilAsserted(() -> assertThat(this.archive.story(this.story)).hasSize(2));
		HttpResponse<String> svg = call("/api/stories/" + this.story + ".svg");
		assertThat(svg.headers().firstValue("Content-Type").orElse("")).startsWith("image/svg+xml");
		assertThat(svg.headers().allValues("Content-Security-Policy")).hasSize(1);
		Document picture = DocumentBuilderFactory.newInstance()
			.newDocumentBuilder()
			.parse(new InputSource(new StringReader(svg.body())));
		assertThat(picture.getElementsByTagName("a").getLength()).isEqualTo(2);
		assertThat(picture.getElementsByTagName("script").getLength()).isZero();
		assertThat(svg.body()).contains("prefers-color-scheme: dark");
	}

	@Test
	void thePageShowsPictureAndTableAndThereIsTheSameForPrograms() {
		say(Topic.CHAT_TRAINING, "gateway", "<b>bold</b>");
		await().untilAsserted(() -> assertThat(this.archive.story(this.story)).hasSize(1));
		String page = Visitor.at(this.port).signedInAs("viewer").get("/story/" + this.story).body();
		assertThat(page).contains("<svg", "&lt;b&gt;bold", "<table class=\"story\">").doesNotContain("<b>bold");
		assertThat(call("/api/stories/" + this.story).body()).contains("\"from\":\"GATEWAY\"", "\"to\":[\"TRAINING\"]");
	}

	@Test
	void theWebhookOfItsJobIsPartOfTheStoryAndHasOneOfItsOwn() {
		String job = UUID.randomUUID().toString();
		String own = "fal/request;" + job;
		WIRE.publishRaw(Topic.PROVIDER_CALLBACKS.topicName(), job.getBytes(StandardCharsets.UTF_8), null,
				Map.of(Headers.CORRELATION_ID, own, Headers.TYPE, "provider.job-finished"));
		say(Topic.CREDITS_REQUESTS, "training", "credits.hold", "{\"holdId\":\"%s\"}".formatted(job));
		await().untilAsserted(() -> assertThat(this.archive.story(this.story)).hasSize(1));
		await().untilAsserted(() -> assertThat(this.archive.story(own)).hasSize(1));
		assertThat(call("/api/stories/" + this.story).body()).contains("provider.job-finished", "credits.hold");
		String asked = "?id=" + URLEncoder.encode(own, StandardCharsets.UTF_8);
		assertThat(Visitor.at(this.port).signedInAs("viewer").get("/story" + asked).body()).contains("<svg");
		assertThat(call("/api/stories" + asked).statusCode()).isEqualTo(200);
		assertThat(call("/api/stories/picture" + asked).body()).startsWith("<?xml");
	}

	@Test
	void aStoryNobodyKnowsIsRefusedInWords() {
		assertThat(call("/api/stories/nobody").statusCode()).isEqualTo(404);
		assertThat(call("/api/stories/nobody").body()).contains("No archived event");
		assertThat(Visitor.at(this.port).signedInAs("viewer").get("/story/%22%3E%3Cb%3E").statusCode()).isEqualTo(404);
	}

	private HttpResponse<String> call(String path) {
		return Visitor.at(this.port).call("GET", path, "viewer", passwordOf("viewer"), "");
	}

	private void say(Topic topic, String source, String type) {
		say(topic, source, type, "{}");
	}

	private void say(Topic topic, String source, String type, String json) {
		WIRE.publishRaw(topic.topicName(), "42".getBytes(StandardCharsets.UTF_8), json.getBytes(StandardCharsets.UTF_8),
				Map.of(Headers.ID, UUID.randomUUID().toString(), Headers.TYPE, type, Headers.SOURCE, source,
						Headers.TIME, Instant.now().toString(), Headers.CORRELATION_ID, this.story));
	}

}
