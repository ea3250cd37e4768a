package studio.avatar.console.explorer;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import studio.avatar.common.contract.Topic;
import studio.avatar.common.messaging.Headers;
import studio.avatar.console.ConsoleUnderTest;
import studio.avatar.console.Visitor;
import studio.avatar.console.archive.Archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class ExplorerIT extends ConsoleUnderTest {

	private static final JsonMapper JSON = new JsonMapper();

	@Autowired
	private Archive archive;

	private final String story = UUID.randomUUID().toString();

	private Visitor visitor;

	@BeforeEach
	void visit() {
		this.visitor = Visitor.at(this.port);
	}

	@Test
	void eventsArePagedThroughTheApi() {
		for (int at = 0; at < 5; at++) {
			say("{\"n\":%d}".formatted(at));
		}
		await().untilAsserted(() -> assertThat(this.archive.story(this.story)).hasSize(5));
		JsonNode first = json("/api/events?limit=3&correlation=" + this.story);
		JsonNode second = json(
				"/api/events?limit=3&correlation=" + this.story + "&after=" + first.get("next").asString());
		assertThat(first.get("events")).hasSize(3);
		assertThat(second.get("events")).hasSize(2);
		assertThat(second.get("next").isNull()).isTrue();
	}

	@Test
	void aRecordIsShownWithItsHeadersItsJsonAndItsBytes() {
		say("{\"prompt\":\"<b>a beach</b>\"}");
		String path = placeOfTheFirst();
		JsonNode record = json("/api" + path);
		assertThat(record.get("body").get("prompt").asString()).isEqualTo("<b>a beach</b>");
		assertThat(record.get("headers").get(Headers.CORRELATION_ID).asString()).isEqualTo(this.story);
		assertThat(call("/api" + path + "/value").body()).isEqualTo("{\"prompt\":\"<b>a beach</b>\"}");
		String page = this.visitor.signedInAs("operator").get(path).body();
		assertThat(page)
			.contains("&lt;b&gt;a beach&lt;/b&gt;", "/story?id=" + this.story, "/replay/new?records=chat.gallery-")
			.doesNotContain("<b>a beach</b>");
	}

	@Test
	void bytesThatAreNoTextAreShownAsBytes() {
		WIRE.publishRaw(Topic.CHAT_GALLERY.topicName(), null, new byte[] { (byte) 0xff, 0, 'A' }, headers());
		String path = placeOfTheFirst();
		assertThat(this.visitor.signedInAs("viewer").get(path).body()).contains("ff 00 41", "..A")
			.doesNotContain("/replay/new");
		assertThat(json("/api" + path).get("base64").asString()).isEqualTo("/wBB");
	}

	@Test
	void filtersStayInThePageAndInTheAddressOfTheNext() {
		say("{}");
		placeOfTheFirst();
		String page = this.visitor.signedInAs("operator")
			.get("/events?topic=chat.gallery&correlation=" + this.story)
			.body();
		assertThat(page).contains("value=\"" + this.story + "\"", "selected=\"selected\">chat.gallery",
				"data-query=\"topic=chat.gallery&amp;correlation=" + this.story + "\"");
		assertThat(this.visitor.get("/events/count?correlation=" + this.story).body()).contains("1 event");
		assertThat(call("/api/events/count?correlation=" + this.story).body())
			.isEqualTo("{\"count\":1,\"orMore\":false}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "from=yesterday", "to=%00", "from=2026-01-02T00:00&to=2026-01-01T00:00", "after=x",
			"after=9999999999999_t-999999999@999999999999999999", "text=%25%25%25", "text=';--", "key=a%00b", "last=1y",
			"limit=99999999999999999999", "from=%2B999999999-12-31T23:59:59Z" })
	void hostileInputGetsASentenceOrNothing(String query) {
		HttpResponse<String> api = call("/api/events?" + query);
		assertThat(api.statusCode()).isIn(200, 400);
		if (api.statusCode() == 400) {
			assertThat(JSON.readTree(api.body()).get("detail").asString()).isNotBlank();
		}
		assertThat(this.visitor.signedInAs("viewer").get("/events?" + query).statusCode()).isIn(200, 400);
	}

	@Test
	void whatIsNotArchivedIsUnknown() {
		assertThat(call("/api/events/chat.gallery/0/999999999999").statusCode()).isEqualTo(404);
		assertThat(call("/api/events/chat.gallery/0/-1").statusCode()).isEqualTo(404);
		assertThat(call("/api/events/chat.gallery/x/1").statusCode()).isEqualTo(400);
	}

	@Test
	void theLiveTailTellsWhatFitsAndNothingElse() {
		List<String> lines = new CopyOnWriteArrayList<>();
		try (HttpClient http = HttpClient.newHttpClient()) {
			var stream = http.sendAsync(request("/api/events/tail?correlation=" + this.story),
					BodyHandlers.fromLineSubscriber(new Lines(lines)));
			await().untilAsserted(() -> assertThat(lines).contains(":still here"));
			WIRE.publishRaw(Topic.CHAT_GALLERY.topicName(), null, null, Map.of(Headers.CORRELATION_ID, "another"));
			say("{\"a\":1}");
			await().untilAsserted(() -> assertThat(lines).anyMatch((line) -> line.contains(this.story)));
			assertThat(lines).contains("event:events").noneMatch((line) -> line.contains("another"));
			http.shutdownNow();
			assertThat(stream.isCancelled()).isFalse();
		}
	}

	@Test
	void whoComesBackIsToldWhatWasMissed() {
		String before = Long.toString(Instant.now().toEpochMilli());
		say("{\"a\":1}");
		placeOfTheFirst();
		List<String> lines = new CopyOnWriteArrayList<>();
		try (HttpClient http = HttpClient.newHttpClient()) {
			HttpRequest again = HttpRequest
				.newBuilder(request("/api/events/tail?correlation=" + this.story), (n, v) -> true)
				.header("Last-Event-ID", before)
				.build();
			http.sendAsync(again, BodyHandlers.fromLineSubscriber(new Lines(lines)));
			await().untilAsserted(() -> assertThat(lines).anyMatch((line) -> line.contains(this.story)));
			assertThat(lines).contains("id:" + before).doesNotContain("event:lost");
			http.shutdownNow();
		}
	}

	@Test
	void howManyThereWereWhenIsDrawnAndTold() {
		say("{}");
		say("{}");
		await().untilAsserted(() -> assertThat(this.archive.story(this.story)).hasSize(2));
		assertThat(this.visitor.signedInAs("viewer").get("/events/over-time?last=1h&correlation=" + this.story).body())
			.contains("2 events, at most", "<rect");
		JsonNode told = json("/api/events/over-time?last=1h&correlation=" + this.story);
		assertThat(told.get("counts").values().stream().mapToLong(JsonNode::asLong).sum()).isEqualTo(2);
	}

	@Test
	void whatIsOverCannotBeWatched() {
		assertThat(this.visitor.signedInAs("viewer").get("/events?to=2026-01-01T00:00").body())
			.contains("nothing to watch", "first 2,000")
			.doesNotContain("id=\"watch\"");
	}

	@Test
	void strangersSeeNothing() {
		assertThat(Visitor.at(this.port).get("/events").statusCode()).isEqualTo(302);
		assertThat(Visitor.at(this.port).get("/api/events").statusCode()).isEqualTo(401);
		assertThat(Visitor.at(this.port).get("/api/events/tail").statusCode()).isEqualTo(401);
	}

	private String placeOfTheFirst() {
		await().untilAsserted(() -> assertThat(this.archive.story(this.story)).isNotEmpty());
		var place = this.archive.story(this.story).getFirst().place();
		return "/events/%s/%d/%d".formatted(place.topic(), place.partition(), place.offset());
	}

	private JsonNode json(String path) {
		HttpResponse<String> answer = call(path);
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		return JSON.readTree(answer.body());
	}

	private HttpResponse<String> call(String path) {
		return this.visitor.call("GET", path, "viewer", passwordOf("viewer"), "");
	}

	private HttpRequest request(String path) {
		String both = "viewer:" + passwordOf("viewer");
		return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + path))
			.header("Authorization",
					"Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8)))
			.build();
	}

	private void say(String json) {
		WIRE.publishRaw(Topic.CHAT_GALLERY.topicName(), "42".getBytes(StandardCharsets.UTF_8),
				json.getBytes(StandardCharsets.UTF_8), headers());
	}

	private Map<String, String> headers() {
		return Map.of(Headers.ID, UUID.randomUUID().toString(), Headers.TYPE, "test.said", Headers.SOURCE, "gateway",
				Headers.TIME, Instant.now().toString(), Headers.CORRELATION_ID, this.story);
	}

	/** Keeps every line, and asks for the next. */
	private record Lines(List<String> lines) implements Flow.Subscriber<String> {

		@Override
		public void onSubscribe(Flow.Subscription subscription) {
			subscription.request(Long.MAX_VALUE);
		}

		@Override
		public void onNext(String line) {
			this.lines.add(line);
		}

		@Override
		public void onError(Throwable failure) {
		}

		@Override
		public void onComplete() {
		}

	}

}
