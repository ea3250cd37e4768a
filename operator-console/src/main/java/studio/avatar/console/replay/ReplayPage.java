package studio.avatar.console.replay;

import java.security.Principal;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import studio.avatar.common.contract.ServiceName;
import studio.avatar.console.access.ForOperators;
import studio.avatar.console.replay.OutcomeList.ItemOutcome;

/** Replays as pages to look at. */
@Hidden
@Controller
@RequestMapping("/replay")
class ReplayPage {

	private static final int LISTED = 50;

	private static final int ITEMS = 20;

	private static final int MOMENTS = 240;

	/** So long before its plan may have happened what the plan does not have. */
	private static final Duration MARGIN = Duration.ofMinutes(10);

	private final Replays replays;

	private final ReplayRows rows;

	private final ReplayViews views;

	private final Moments moments;

	private final OutcomeList outcomes;

	private final ReplaySettings settings;

	ReplayPage(Replays replays, ReplayRows rows, ReplayViews views, Moments moments, OutcomeList outcomes,
			ReplaySettings settings) {
		this.replays = replays;
		this.rows = rows;
		this.views = views;
		this.moments = moments;
		this.outcomes = outcomes;
		this.settings = settings;
	}

	@GetMapping
	String list(@ModelAttribute("filter") ReplayFilter filter, Model model) {
		model.addAttribute("states", ReplayRow.states());
		return listed(filter, model, "replay/list");
	}

	/** The table alone, which refreshes itself. */
	@GetMapping("/rows")
	String listRows(@ModelAttribute("filter") ReplayFilter filter, Model model) {
		return listed(filter, model, "replay/list :: rows");
	}

	private String listed(ReplayFilter filter, Model model, String view) {
		List<Replay> found = this.rows.newest(filter, LISTED + 1);
		List<Replay> page = found.stream().limit(LISTED).toList();
		model.addAttribute("replays", page.stream().map(ReplayRow::of).toList());
		model.addAttribute("older", (found.size() > LISTED) ? page.getLast().id() : null);
		return view;
	}

	@GetMapping("/new")
	String form(@ModelAttribute("form") PlanForm form, Model model) {
		model.addAttribute("consumers", Target.all());
		model.addAttribute("rebuildable", Target.rebuildable().stream().map(ServiceName::id).toList());
		model.addAttribute("limit", this.settings.mostItems());
		model.addAttribute("token", (form.token() != null) ? form.token() : UUID.randomUUID());
		return "replay/new";
	}

	/** Says how many, and freezes nothing. */
	@PostMapping("/estimate")
	@ForOperators
	String estimate(@ModelAttribute("form") PlanForm form, Model model) {
		try {
			model.addAttribute("estimate", this.replays.estimate(form.wish()));
		}
		catch (ReplayRefused ex) {
			model.addAttribute("refusal", ex.getMessage());
		}
		return "replay/new :: estimate";
	}

	@PostMapping
	@ForOperators
	String plan(@ModelAttribute("form") PlanForm form, Model model, Principal who, HttpServletResponse response) {
		try {
			return "redirect:/replay/" + this.replays.plan(form.wish(), form.token(), who.getName()).id();
		}
		catch (ReplayRefused ex) {
			response.setStatus(ex.getStatusCode().value());
			model.addAttribute("refusal", ex.getMessage());
			return form(form, model);
		}
	}

	@GetMapping("/{id}")
	String show(@PathVariable UUID id, @RequestParam(defaultValue = "") String of,
			@RequestParam(required = false) @Nullable ItemResult result, Model model) {
		ReplayView view = live(id, model);
		model.addAttribute("selection", SelectionText.of(view.selection()));
		model.addAttribute("settings", this.settings);
		model.addAttribute("since", view.plannedAt().minus(MARGIN).truncatedTo(ChronoUnit.SECONDS));
		items(id, of.isEmpty() ? (view.run() != null ? "run" : "preview") : of, result, 0, model);
		return "replay/replay";
	}

	/** The numbers alone; once it has moved on, the whole page is wanted. */
	@GetMapping("/{id}/live")
	String live(@PathVariable UUID id, @RequestParam String seen, Model model, HttpServletResponse response) {
		ReplayView view = live(id, model);
		if (!view.state().equals(seen)) {
			response.setHeader("HX-Refresh", "true");
		}
		return "replay/live :: live";
	}

	private ReplayView live(UUID id, Model model) {
		ReplayView view = this.views.of(id);
		model.addAttribute("replay", view);
		model.addAttribute("state", ReplayState.of(view.state()));
		model.addAttribute("badge", ReplayRow.badge(ReplayState.of(view.state())));
		model.addAttribute("stateWords", Words.of(ReplayState.of(view.state())));
		walk(model, "preview", view, view.preview());
		walk(model, "run", view, view.run());
		return view;
	}

	private void walk(Model model, String name, ReplayView view, ReplayView.@Nullable PassView pass) {
		if (pass != null) {
			model.addAttribute(name + "Bar", OutcomeBar.of(pass.sums().results(), view.records(), pass.inFlight()));
			model.addAttribute(name + "Picture", RatePicture.of(this.moments.of(view.id(), pass.number(), MOMENTS)));
		}
	}

	/** The table of records alone. */
	@GetMapping("/{id}/items")
	String items(@PathVariable UUID id, @RequestParam String of,
			@RequestParam(required = false) @Nullable ItemResult result, @RequestParam(defaultValue = "0") long after,
			Model model) {
		Pass.Kind kind = of.equals("preview") ? Pass.Kind.PREVIEW : Pass.Kind.RUN;
		int pass = this.views.newest(id, kind).map(Pass::number).orElse(0);
		List<ItemOutcome> page = this.outcomes.page(id, pass, result, after, ITEMS);
		model.addAttribute("id", id);
		model.addAttribute("of", of);
		model.addAttribute("result", result);
		model.addAttribute("results", ItemResult.values());
		model.addAttribute("items", page);
		model.addAttribute("next", (page.size() == ITEMS) ? page.getLast().item() : null);
		return "replay/items :: items";
	}

}
