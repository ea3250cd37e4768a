package studio.avatar.console.page;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The API as a plain list, for people who look before they read its description. */
@Controller
class ApiPage {

	private static final Pattern PATTERN = Pattern.compile("\\{(\\w+):(?:[^{}]|\\{[^}]*\\})*\\}");

	private final RequestMappingHandlerMapping handlers;

	ApiPage(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping handlers) {
		this.handlers = handlers;
	}

	@GetMapping("/openapi")
	String show(Model model) {
		model.addAttribute("calls",
				this.handlers.getHandlerMethods()
					.entrySet()
					.stream()
					.flatMap((entry) -> calls(entry.getKey(), entry.getValue()))
					.sorted(Comparator.comparing(Call::path).thenComparing(Call::method))
					.toList());
		return "page/openapi";
	}

	private static Stream<Call> calls(RequestMappingInfo mapping, HandlerMethod handler) {
		Operation operation = handler.getMethodAnnotation(Operation.class);
		if (operation == null || operation.summary().isBlank()) {
			return Stream.empty();
		}
		List<Answer> answers = Arrays.stream(handler.getMethod().getAnnotationsByType(ApiResponse.class))
			.map((answer) -> new Answer(answer.responseCode(), answer.description()))
			.toList();
		Collection<String> methods = mapping.getMethodsCondition().getMethods().stream().map(Enum::name).toList();
		return mapping.getPatternValues()
			.stream()
			.flatMap((path) -> methods.stream()
				.map((method) -> new Call(method, withoutPatterns(path), operation.summary(), operation.description(),
						answers)));
	}

	/** {@code /api/parked/{id:\\d+}} is {@code /api/parked/{id}} for whoever calls it. */
	static String withoutPatterns(String path) {
		return PATTERN.matcher(path).replaceAll("{$1}");
	}

	/** One call of the API. */
	record Call(String method, String path, String summary, String description, List<Answer> answers) {
	}

	/** One answer of a call. */
	record Answer(String code, String meaning) {
	}

}
