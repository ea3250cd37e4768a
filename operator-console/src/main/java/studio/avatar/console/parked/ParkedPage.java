package studio.avatar.console.parked;

import java.util.List;
import java.util.TreeMap;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import studio.avatar.console.page.Refused;

/** Parked records, for people who look. */
@Controller
class ParkedPage {

	private static final String FIRST = "9223372036854775807";

	private final ParkedGroups groups;

	private final ParkedArrivals arrivals;

	private final ParkedLists lists;

	private final ParkedFiles files;

	private final RetryViews retries;

	private final Releasing releasing;

	private final Editing editing;

	ParkedPage(ParkedGroups groups, ParkedArrivals arrivals, ParkedLists lists, ParkedFiles files, RetryViews retries,
			Releasing releasing, Editing editing) {
		this.groups = groups;
		this.arrivals = arrivals;
		this.lists = lists;
		this.files = files;
		this.retries = retries;
		this.releasing = releasing;
		this.editing = editing;
	}

	@GetMapping("/parked")
	String groups(@RequestParam @Nullable String service, @RequestParam @Nullable String cause,
			@RequestParam @Nullable String chat, @RequestParam @Nullable String text,
			@RequestParam(defaultValue = "false") boolean all, @RequestParam(defaultValue = "0") long skip,
			@RequestParam @Nullable String per, Model model) {
		ParkedSearch search = new ParkedSearch(service, cause, chat, text, all);
		GroupPage page = this.groups.find(search, skip);
		model.addAttribute("address", "/parked");
		model.addAttribute("search", search);
		model.addAttribute("page", page);
		ParkedPictures pictures = this.arrivals.pictures(Stretch.of(per));
		model.addAttribute("groups", page.groups());
		model.addAttribute("pictures", pictures);
		model.addAttribute("bars", search.isNarrow() ? pictures.of(page.groups()) : pictures.all());
		model.addAttribute("running", this.retries.running());
		model.addAttribute("free", this.releasing.free());
		return "parked/groups";
	}

	@GetMapping("/parked/groups/{service}/{topic}/{fingerprint}")
	String group(@PathVariable String service, @PathVariable String topic, @PathVariable String fingerprint,
			@RequestParam(defaultValue = "false") boolean all, @RequestParam(defaultValue = FIRST) long before,
			@RequestParam @Nullable String per, Model model) {
		GroupName name = GroupName.of(service, topic, fingerprint);
		List<ParkedRow> records = this.lists.ofGroup(name, all, before);
		model.addAttribute("group",
				this.groups.find(name).orElseThrow(() -> Refused.unknown("There is no such group.")));
		model.addAttribute("address", name.path());
		model.addAttribute("records", records);
		model.addAttribute("older", (records.size() == ParkedLists.PAGE) ? records.getLast().id() : null);
		model.addAttribute("all", all);
		model.addAttribute("waiting", this.lists.waitingBehind(name));
		model.addAttribute("retries", this.retries.ofGroup(name));
		model.addAttribute("seen", this.retries.newest());
		model.addAttribute("pictures", this.arrivals.pictures(Stretch.of(per)));
		return "parked/group";
	}

	@GetMapping("/parked/{id}")
	String record(@PathVariable long id, Model model) {
		ParkedFile file = this.files.find(id)
			.orElseThrow(() -> Refused.unknown("There is no parked record %d.".formatted(id)));
		model.addAttribute("file", file);
		model.addAttribute("record", file.record());
		model.addAttribute("headers", new TreeMap<>(file.record().headers()));
		model.addAttribute("body", PrettyJson.of(file.record().body()));
		model.addAttribute("waiting", this.lists.waitingBehind(file.record()));
		model.addAttribute("editing", this.editing.allowed());
		model.addAttribute("seen", this.retries.newest());
		return "parked/record";
	}

	@GetMapping("/parked/retries/{id}")
	String retry(@PathVariable long id, Model model) {
		model.addAttribute("view", this.retries.find(id));
		return "parked/retry";
	}

	/**
	 * Only the part of a page that refreshes itself; the whole page when it has ended.
	 */
	@GetMapping("/parked/retries/{id}/part")
	String part(@PathVariable long id, Model model, HttpServletResponse response) {
		RetryView view = this.retries.find(id);
		if (!view.retry().running()) {
			response.setHeader("HX-Refresh", "true");
		}
		model.addAttribute("view", view);
		return "parked/parts :: retry";
	}

}
