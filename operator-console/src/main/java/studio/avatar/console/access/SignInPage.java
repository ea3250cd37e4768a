package studio.avatar.console.access;

import java.util.Map;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where people sign in. */
@Controller
class SignInPage {

	private static final Map<String, String> WORDS = Map.of("wrong", "Name or password is wrong.", "out",
			"You are signed out.", "idle", "You were signed out because nothing was done for a while.", "again",
			"This page had been open for too long. Please sign in again.");

	@GetMapping("/sign-in")
	String show(@RequestParam Map<String, String> parameters, Model model) {
		parameters.keySet()
			.stream()
			.filter(WORDS::containsKey)
			.findFirst()
			.ifPresent((key) -> model.addAttribute("words", WORDS.get(key)));
		if (parameters.getOrDefault("wait", "").matches("\\d{1,4}")) {
			model.addAttribute("words",
					"Too many wrong passwords. Try again in " + parameters.get("wait") + " seconds.");
		}
		return "access/sign-in";
	}

}
