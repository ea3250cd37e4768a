package studio.avatar.console.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.swagger.v3.oas.annotations.Hidden;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import studio.avatar.console.ConsoleUnderTest;
import studio.avatar.console.Visitor;

import static org.assertj.core.api.Assertions.assertThat;

class OpenApiIT extends ConsoleUnderTest {

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	private RequestMappingHandlerMapping handlers;

	@Test
	void everyCallOfTheApiIsDescribedWithItsAnswers() {
		JsonNode paths = description().path("paths");

		List<String> undescribed = new ArrayList<>();
		this.handlers.getHandlerMethods().forEach((mapping, handler) -> {
			if (!isHidden(handler)) {
				undescribed.addAll(undescribed(mapping, paths));
			}
		});

		assertThat(paths.propertyNames()).contains("/api/audit");
		assertThat(undescribed).isEmpty();
	}

	@Test
	void everyCallSaysHowOneSignsInAndHowARefusalLooks() {
		JsonNode api = description();

		assertThat(api.path("components").path("securitySchemes").path("password").path("scheme").asString())
			.isEqualTo("basic");
		assertThat(api.path("security").findValues("password")).hasSize(1);
		assertThat(api.path("paths").valueStream().flatMap(JsonNode::valueStream)).isNotEmpty()
			.allSatisfy((call) -> assertThat(call.path("responses").propertyNames()).contains("401", "429", "503"));
		JsonNode cancel = api.path("paths").path("/api/replays/{id}/cancel").path("post").path("responses");
		assertThat(cancel.propertyNames()).contains("200", "403", "409");
		assertThat(cancel.path("409").path("content").propertyNames()).containsExactly("application/problem+json");
	}

	@Test
	void whatIsGivenAsJsonIsNotDescribedAsText() {
		JsonNode body = description().path("components")
			.path("schemas")
			.path("EventView")
			.path("properties")
			.path("body");

		assertThat(body.path("description").asString()).isNotBlank();
		assertThat(body.has("type")).isFalse();
	}

	@Test
	void peopleFindTheSameAsAList() {
		String page = Visitor.at(this.port).signedInAs("viewer").get("/openapi").body();

		assertThat(page).contains("/api/audit", "What operators did, newest first", "/api/openapi");
	}

	private static List<String> undescribed(RequestMappingInfo mapping, JsonNode paths) {
		List<String> missing = new ArrayList<>();
		for (String path : mapping.getPatternValues()) {
			for (var method : mapping.getMethodsCondition().getMethods()) {
				JsonNode operation = paths.path(ApiPage.withoutPatterns(path))
					.path(method.name().toLowerCase(Locale.ROOT));
				boolean described = !operation.path("summary").asString("").isBlank()
						&& operation.path("responses").valueStream().anyMatch(OpenApiIT::isSaid);
				if (path.startsWith("/api/") && !described) {
					missing.add(method + " " + path);
				}
			}
		}
		return missing;
	}

	// "OK" is what stands there when nobody wrote anything
	private static boolean isSaid(JsonNode answer) {
		String words = answer.path("description").asString("");
		return !words.isBlank() && !words.equals("OK");
	}

	private static boolean isHidden(HandlerMethod handler) {
		return handler.getBeanType().isAnnotationPresent(Hidden.class)
				|| handler.getBeanType().getName().startsWith("org.springdoc");
	}

	private JsonNode description() {
		return JsonMapper.shared()
			.readTree(Visitor.at(this.port).call("GET", "/api/openapi", "viewer", passwordOf("viewer"), "").body());
	}

}
