package studio.avatar.console.brake;

import java.security.Principal;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import studio.avatar.console.access.ForOperators;
import studio.avatar.console.overview.Overviews;

/** Consumers and their brakes, for people. */
@Controller
class ConsumersPage {

	private final Brakes brakes;

	private final Overviews overviews;

	ConsumersPage(Brakes brakes, Overviews overviews) {
		this.brakes = brakes;
		this.overviews = overviews;
	}

	@GetMapping("/consumers")
	String all(Model model) {
		fill(model);
		return "brake/consumers";
	}

	/** The part that refreshes itself. */
	@GetMapping("/consumers/live")
	String live(Model model) {
		fill(model);
		return "brake/consumers :: live";
	}

	/** One consumer, and its brake with the question why. */
	@GetMapping("/consumers/{service}/{topic}")
	String one(@PathVariable String service, @PathVariable String topic, Model model) {
		model.addAttribute("consumer", this.brakes.one(service + '/' + topic));
		return "brake/consumer";
	}

	@ForOperators
	@PostMapping("/consumers/{service}/{topic}/pause")
	String pause(@PathVariable String service, @PathVariable String topic, @RequestParam String reason, Principal who) {
		this.brakes.pause(service + '/' + topic, who.getName(), reason);
		return "redirect:/consumers";
	}

	@ForOperators
	@PostMapping("/consumers/{service}/{topic}/resume")
	String resume(@PathVariable String service, @PathVariable String topic, Principal who) {
		this.brakes.resume(service + '/' + topic, who.getName());
		return "redirect:/consumers";
	}

	private void fill(Model model) {
		model.addAttribute("consumers", this.brakes.all());
		model.addAttribute("sparks", this.overviews.sparks());
	}

}
