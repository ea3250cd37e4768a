package studio.avatar.console.page;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * What the frame of every page links: each style sheet and script of ours, found by
 * itself, and htmx as its webjar brings it.
 */
@ControllerAdvice
class Assets {

	/** The folder of the jar that is served; its own path may say webjars as well. */
	private static final String INSIDE = "!/META-INF/resources";

	private final List<String> styles;

	private final List<String> scripts;

	private final String htmx;

	Assets() throws IOException {
		this.styles = ours("css");
		this.scripts = ours("js");
		this.htmx = htmxOfTheWebjar();
	}

	@ModelAttribute("styles")
	List<String> styles() {
		return this.styles;
	}

	@ModelAttribute("scripts")
	List<String> scripts() {
		return this.scripts;
	}

	@ModelAttribute("htmx")
	String htmx() {
		return this.htmx;
	}

	// console.css comes first: what a feature says goes above it
	private static List<String> ours(String ending) throws IOException {
		return Arrays.stream(new PathMatchingResourcePatternResolver().getResources("classpath*:/static/*." + ending))
			.map(Resource::getFilename)
			.distinct()
			.sorted(Comparator.comparing((String name) -> !name.startsWith("console."))
				.thenComparing(Comparator.naturalOrder()))
			.map((name) -> "/" + name)
			.toList();
	}

	private static String htmxOfTheWebjar() throws IOException {
		Resource[] found = new PathMatchingResourcePatternResolver()
			.getResources("classpath*:/META-INF/resources/webjars/htmx.org/*/dist/htmx.min.js");
		String url = found[0].getURL().toString();
		return url.substring(url.indexOf(INSIDE) + INSIDE.length());
	}

}
