package studio.avatar.console.explorer;

import java.util.List;
import java.util.TreeMap;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

import studio.avatar.common.messaging.Place;
import studio.avatar.console.archive.Archive;
import studio.avatar.console.archive.ArchivedRecord;
import studio.avatar.console.archive.SearchTookTooLong;
import studio.avatar.console.archive.UnusableSearch;
import studio.avatar.console.parked.ParkedCounts;

/** Events, for people. */
@Controller
class ExplorerPage {

	private static final int SHOWN = 50;

	private static final EventTypes CHOICE = EventTypes.ofTheCatalogue();

	private final Explorer explorer;

	private final ParkedCounts parked;

	ExplorerPage(Explorer explorer, ParkedCounts parked) {
		this.explorer = explorer;
		this.parked = parked;
	}

	/** What cannot be looked for is said above the filters, which stay as they are. */
	@GetMapping("/events")
	String show(@ModelAttribute("filters") EventFilters filters, Model model) {
		model.addAttribute("choice", CHOICE);
		model.addAttribute("query", filters.query());
		try {
			EventPage page = this.explorer.find(filters, SHOWN);
			model.addAttribute("replayQuery", ReplayLink.query(this.explorer.search(filters)));
			model.addAttribute("over", this.explorer.isOver(filters));
			model.addAttribute("events", page.events());
			model.addAttribute("next", page.next());
		}
		catch (UnusableSearch | SearchTookTooLong ex) {
			model.addAttribute("trouble", ex.getMessage());
			model.addAttribute("events", List.of());
		}
		return "explorer/events";
	}

	/** Asked for by the page itself, since counting may take longer than showing. */
	@GetMapping("/events/count")
	String count(EventFilters filters, Model model) {
		try {
			long count = this.explorer.count(filters);
			model.addAttribute("counted", (count == Archive.COUNTED) ? "more than 100,000 events"
					: (count == 1) ? "1 event" : "%,d events".formatted(count));
		}
		catch (UnusableSearch | SearchTookTooLong ex) {
			model.addAttribute("counted", "too many to count in time");
		}
		return "explorer/events :: counted";
	}

	/** Asked for by the page itself, for the same reason. */
	@GetMapping("/events/over-time")
	String overTime(EventFilters filters, Model model) {
		try {
			OverTime overTime = this.explorer.overTime(filters);
			model.addAttribute("bars", overTime.bars());
			model.addAttribute("steps", overTime.steps());
		}
		catch (UnusableSearch | SearchTookTooLong ex) {
			model.addAttribute("bars", null);
		}
		return "explorer/events :: overTime";
	}

	@GetMapping("/events/{topic}/{partition}/{offset}")
	String record(@PathVariable String topic, @PathVariable int partition, @PathVariable long offset, Model model) {
		Place place = new Place(topic, partition, offset);
		ArchivedRecord record = this.explorer.record(place);
		byte[] value = record.value();
		model.addAttribute("record", record);
		model.addAttribute("headers", new TreeMap<>(record.headers()));
		model.addAttribute("value", PrettyValue.of(record));
		model.addAttribute("bytes", (value != null) ? value.length : -1);
		model.addAttribute("causeKnown", this.explorer.isEvent(record.causationId()));
		model.addAttribute("parked", this.parked.parkedFrom(place));
		model.addAttribute("before", this.explorer.has(new Place(topic, partition, offset - 1)));
		model.addAttribute("behind", this.explorer.has(new Place(topic, partition, offset + 1)));
		return "explorer/record";
	}

}
