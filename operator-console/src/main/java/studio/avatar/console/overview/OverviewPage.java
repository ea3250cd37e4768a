package studio.avatar.console.overview;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How everything is, for people. */
@Controller
class OverviewPage {

	private final Overviews overviews;

	OverviewPage(Overviews overviews) {
		this.overviews = overviews;
	}

	@GetMapping("/")
	String page(@RequestParam @Nullable String window, Model model) {
		fill(model, Window.of(window));
		return "overview/overview";
	}

	/** The part that refreshes itself. */
	@GetMapping("/overview/live")
	String live(@RequestParam @Nullable String window, Model model) {
		fill(model, Window.of(window));
		return "overview/overview :: live";
	}

	private void fill(Model model, Window window) {
		History history = this.overviews.history(window);
		Overview overview = this.overviews.of(history);
		model.addAttribute("windows", Window.values());
		model.addAttribute("window", window);
		model.addAttribute("overview", overview);
		model.addAttribute("pictures", Pictures.of(overview, history));
		model.addAttribute("consumers", by(overview.consumers(), ConsumerLook::consumer));
		model.addAttribute("topics", by(overview.topics(), TopicLook::topic));
		model.addAttribute("services", by(overview.services(), ServiceLook::service));
	}

	private static <T> Map<String, T> by(List<T> looks, Function<T, String> name) {
		return looks.stream().collect(Collectors.toMap(name, Function.identity()));
	}

}
