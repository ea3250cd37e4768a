package studio.avatar.console.audit;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The audit, for people. */
@Controller
class AuditPage {

	private static final int SHOWN = 100;

	private final AuditEntries entries;

	AuditPage(AuditEntries entries) {
		this.entries = entries;
	}

	@GetMapping("/audit")
	String show(@RequestParam @Nullable String who, @RequestParam @Nullable String what,
			@RequestParam @Nullable String about, @RequestParam @Nullable String text,
			@RequestParam @Nullable Long before, Model model) {
		AuditSearch search = new AuditSearch(who, what, about, text, null, null, before);
		List<AuditEntry> found = this.entries.find(search, SHOWN + 1);
		boolean more = found.size() > SHOWN;
		List<AuditEntry> shown = more ? found.subList(0, SHOWN) : found;
		model.addAttribute("search", search);
		model.addAttribute("entries", shown);
		model.addAttribute("older", more ? shown.getLast().id() : null);
		return "audit/audit";
	}

}
