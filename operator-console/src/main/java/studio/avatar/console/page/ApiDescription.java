package studio.avatar.console.page;

import java.util.Arrays;

import com.fasterxml.jackson.annotation.JsonRawValue;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.PropertyCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Describes what all calls of the API have in common: how one signs in, and what a
 * refusal looks like. What a call does stands at the call.
 */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

	private static final String PROBLEM = "Problem";

	@Bean
	OpenAPI describedApi() {
		Schema<?> problem = new ObjectSchema().description("Why it was refused (RFC 9457)")
			.addProperty("status", new IntegerSchema())
			.addProperty("title", new StringSchema())
			.addProperty("detail", new StringSchema().description("The reason, in words"));
		return new OpenAPI().info(new Info().title("Operators' console").version("1"))
			.components(new Components().addSchemas(PROBLEM, problem)
				.addSecuritySchemes("password",
						new SecurityScheme().type(SecurityScheme.Type.HTTP)
							.scheme("basic")
							.description("Name and password with every call; for programs"))
				.addSecuritySchemes("session",
						new SecurityScheme().type(SecurityScheme.Type.APIKEY)
							.in(SecurityScheme.In.COOKIE)
							.name("console-session")
							.description("Of somebody who signed in by the form; what changes something also needs "
									+ "the token of a page as X-CSRF-TOKEN")))
			.addSecurityItem(new SecurityRequirement().addList("password"))
			.addSecurityItem(new SecurityRequirement().addList("session"));
	}

	@Bean
	OpenApiCustomizer whatEveryCallAnswers() {
		return (api) -> api.getPaths()
			.values()
			.forEach((path) -> path.readOperationsMap().forEach(ApiDescription::describe));
	}

	private static void describe(HttpMethod method, Operation call) {
		ApiResponses answers = call.getResponses();
		answers.putIfAbsent("401", new ApiResponse().description("Nobody is signed in, or name or password is wrong"));
		if (method != HttpMethod.GET) {
			answers.putIfAbsent("403", new ApiResponse().description("The roles of the one who asks do not allow it"));
		}
		answers.putIfAbsent("429", new ApiResponse()
			.description("Too many wrong passwords: `Retry-After` says in how many seconds the right one is heard"));
		answers.putIfAbsent("503", new ApiResponse().description("The database is away, or it takes too long"));
		answers.forEach((code, answer) -> {
			if (code.charAt(0) >= '4') {
				answer.content(new Content().addMediaType("application/problem+json",
						new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM))));
			}
		});
	}

	/** What is kept as text and given as JSON is JSON to whoever reads it. */
	@Bean
	PropertyCustomizer rawJson() {
		return (property, type) -> isRaw(type)
				? new Schema<>().description("JSON as it was said: an object as a rule, and absent where there is none")
				: property;
	}

	private static boolean isRaw(AnnotatedType type) {
		return type.getCtxAnnotations() != null
				&& Arrays.stream(type.getCtxAnnotations()).anyMatch(JsonRawValue.class::isInstance);
	}

}
