package studio.avatar.console.replay;

import java.security.Principal;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Hidden;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import studio.avatar.console.access.ForApprovers;
import studio.avatar.console.access.ForOperators;

/**
 * The buttons of a replay's page. Each leads back to it, and what was refused is said
 * there.
 */
@Hidden
@Controller
@RequestMapping("/replay/{id}")
class ReplayActions {

	private final Replays replays;

	ReplayActions(Replays replays) {
		this.replays = replays;
	}

	@PostMapping("/preview")
	@ForOperators
	String preview(@PathVariable UUID id, Principal who, RedirectAttributes told) {
		return back(id, told, () -> this.replays.preview(id, who.getName()));
	}

	@PostMapping("/run")
	@ForOperators
	String run(@PathVariable UUID id, @RequestParam(required = false) @Nullable String reason,
			@RequestParam(required = false) @Nullable Integer rate,
			@RequestParam(required = false) @Nullable Integer stopAtPercent, Principal who, RedirectAttributes told) {
		return back(id, told, () -> this.replays.run(id, new RunWish(reason, rate, stopAtPercent), who.getName()));
	}

	@PostMapping("/approve")
	@ForApprovers
	String approve(@PathVariable UUID id, Principal who, RedirectAttributes told) {
		return back(id, told, () -> this.replays.approve(id, who.getName()));
	}

	@PostMapping("/reject")
	@ForApprovers
	String reject(@PathVariable UUID id, @RequestParam(required = false) @Nullable String words, Principal who,
			RedirectAttributes told) {
		return back(id, told, () -> this.replays.reject(id, who.getName(), words));
	}

	@PostMapping("/pause")
	@ForOperators
	String pause(@PathVariable UUID id, Principal who, RedirectAttributes told) {
		return back(id, told, () -> this.replays.pause(id, who.getName()));
	}

	@PostMapping("/resume")
	@ForOperators
	String resume(@PathVariable UUID id, Principal who, RedirectAttributes told) {
		return back(id, told, () -> this.replays.resume(id, who.getName()));
	}

	@PostMapping("/cancel")
	@ForOperators
	String cancel(@PathVariable UUID id, Principal who, RedirectAttributes told) {
		return back(id, told, () -> this.replays.cancel(id, who.getName()));
	}

	@PostMapping("/rate")
	@ForOperators
	String rate(@PathVariable UUID id, @RequestParam(required = false) @Nullable Integer rate, Principal who,
			RedirectAttributes told) {
		return back(id, told, () -> this.replays.rate(id, rate, who.getName()));
	}

	private static String back(UUID id, RedirectAttributes told, Runnable action) {
		try {
			action.run();
		}
		catch (ReplayRefused ex) {
			told.addFlashAttribute("refusal", ex.getMessage());
		}
		return "redirect:/replay/" + id;
	}

}
