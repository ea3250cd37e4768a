package studio.avatar.console.story;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A story, for people. */
@Controller
class StoryPage {

	private final Stories stories;

	private final SvgPicture picture;

	StoryPage(Stories stories, SvgPicture picture) {
		this.stories = stories;
		this.picture = picture;
	}

	/** An id may hold what a path may not. */
	@GetMapping("/story")
	String showAny(@RequestParam("id") String correlationId, Model model) {
		return show(correlationId, model);
	}

	@GetMapping("/story/{correlationId}")
	String show(@PathVariable String correlationId, Model model) {
		Story story = this.stories.story(correlationId);
		model.addAttribute("story", story);
		model.addAttribute("picture", this.picture.inPage(story));
		return "story/story";
	}

}
