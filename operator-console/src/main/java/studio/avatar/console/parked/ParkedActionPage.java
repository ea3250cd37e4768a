package studio.avatar.console.parked;

import java.security.Principal;
import java.util.List;
import java.util.function.Supplier;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import studio.avatar.console.access.ForOperators;
import studio.avatar.console.page.Refused;

/**
 * Parked records, for people who act. Each ends on the page it began on, with a sentence
 * about what was done or why it was not.
 */
@Controller
class ParkedActionPage {

	private static final String GROUP = "/parked/groups/{service}/{topic}/{fingerprint}";

	private static final String RECORD = "/parked/{id}";

	private final RetryStart start;

	private final RetryAdvance advance;

	private final Discarding discarding;

	private final Editing editing;

	private final Releasing releasing;

	private final ParkedFiles files;

	ParkedActionPage(RetryStart start, RetryAdvance advance, Discarding discarding, Editing editing,
			Releasing releasing, ParkedFiles files) {
		this.start = start;
		this.advance = advance;
		this.discarding = discarding;
		this.editing = editing;
		this.releasing = releasing;
		this.files = files;
	}

	@ForOperators
	@PostMapping(RECORD + "/retry")
	String retry(@PathVariable long id, @RequestParam String reason, @RequestParam long seen, Principal who,
			RedirectAttributes next) {
		return answer("/parked/" + id, next, () -> begun(this.start.one(id, new Wish(who.getName(), reason, seen))));
	}

	@ForOperators
	@PostMapping(RECORD + "/discard")
	String discard(@PathVariable long id, @RequestParam String reason, Principal who, RedirectAttributes next) {
		return answer("/parked/" + id, next,
				() -> discarded(this.discarding.one(id, new Wish(who.getName(), reason, null))));
	}

	@ForOperators
	@PostMapping(RECORD + "/edit")
	String edit(@PathVariable long id, @RequestParam String body, @RequestParam String reason, @RequestParam long seen,
			Principal who, RedirectAttributes next) {
		next.addFlashAttribute("edited", body);
		return answer("/parked/" + id, next,
				() -> begun(this.editing.send(
						this.files.record(id).orElseThrow(() -> Refused.unknown("There is no such record.")), body,
						new Wish(who.getName(), reason, seen))));
	}

	@ForOperators
	@PostMapping(GROUP + "/retry")
	String retryGroup(@PathVariable String service, @PathVariable String topic, @PathVariable String fingerprint,
			@RequestParam String reason, @RequestParam long seen, Principal who, RedirectAttributes next) {
		GroupName group = GroupName.of(service, topic, fingerprint);
		return answer(group.path(), next, () -> begun(this.start.group(group, new Wish(who.getName(), reason, seen))));
	}

	@ForOperators
	@PostMapping(GROUP + "/discard")
	String discardGroup(@PathVariable String service, @PathVariable String topic, @PathVariable String fingerprint,
			@RequestParam String reason, @RequestParam long upTo, Principal who, RedirectAttributes next) {
		GroupName group = GroupName.of(service, topic, fingerprint);
		return answer(group.path(), next,
				() -> discarded(this.discarding.group(group, upTo, new Wish(who.getName(), reason, null))));
	}

	@ForOperators
	@PostMapping(GROUP + "/chosen")
	String chosen(@PathVariable String service, @PathVariable String topic, @PathVariable String fingerprint,
			@RequestParam(defaultValue = "") List<Long> id, @RequestParam String act, @RequestParam String reason,
			@RequestParam long seen, Principal who, RedirectAttributes next) {
		return answer(GroupName.of(service, topic, fingerprint).path(), next, () -> {
			Wish wish = new Wish(who.getName(), reason, seen);
			return act.equals("discard") ? discarded(this.discarding.chosen(id, wish))
					: begun(this.start.chosen(id, wish));
		});
	}

	@ForOperators
	@PostMapping("/parked/retries/{id}/stop")
	String stop(@PathVariable long id, Principal who, RedirectAttributes next) {
		return answer("/parked/retries/" + id, next, () -> {
			this.advance.cancel(id, who.getName());
			return "Retry %d has ended; what was not handled is open again.".formatted(id);
		});
	}

	@ForOperators
	@PostMapping("/parked/release")
	String release(@RequestParam String reason, Principal who, RedirectAttributes next) {
		return answer("/parked", next, () -> {
			this.releasing.releaseAll(new Wish(who.getName(), reason, null));
			return "What waited for nothing is being redelivered.";
		});
	}

	private static String begun(long retry) {
		return "Retry %d has begun.".formatted(retry);
	}

	private static String discarded(int count) {
		return (count == 1) ? "One record was discarded." : "%d records were discarded.".formatted(count);
	}

	private static String answer(String page, RedirectAttributes next, Supplier<String> action) {
		try {
			next.addFlashAttribute("done", action.get());
		}
		catch (ParkedRefused ex) {
			next.addFlashAttribute("refused", ex.words());
		}
		return "redirect:" + page;
	}

}
