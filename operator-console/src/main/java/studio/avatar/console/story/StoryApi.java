package studio.avatar.console.story;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Stories, for programs. */
@RestController
@Tag(name = "Stories", description = "Everything that goes back to one chat update")
class StoryApi {

	/** Only its own colours: nothing in it is run or fetched. */
	private static final String CONTENT_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

	private final Stories stories;

	private final SvgPicture picture;

	StoryApi(Stories stories, SvgPicture picture) {
		this.stories = stories;
		this.picture = picture;
	}

	@GetMapping("/api/stories/{correlationId}")
	@Operation(summary = "A story: events with one correlation id in the order they were said, at most 2,000")
	@ApiResponse(responseCode = "200", description = "The story")
	@ApiResponse(responseCode = "404", description = "No archived event has this correlation id")
	Story story(@PathVariable String correlationId) {
		return this.stories.story(correlationId);
	}

	@GetMapping("/api/stories")
	@Operation(summary = "The same for an id that holds what a path may not")
	@ApiResponse(responseCode = "200", description = "The story")
	@ApiResponse(responseCode = "404", description = "No archived event has this correlation id")
	Story anyStory(@RequestParam("id") String correlationId) {
		return this.stories.story(correlationId);
	}

	@GetMapping(path = "/api/stories/picture", produces = "image/svg+xml")
	@Operation(summary = "The picture of such a story")
	@ApiResponse(responseCode = "200", description = "The picture")
	@ApiResponse(responseCode = "404", description = "No archived event has this correlation id")
	ResponseEntity<String> anyPicture(@RequestParam("id") String correlationId) {
		return picture(correlationId);
	}

	@GetMapping(path = "/api/stories/{correlationId}.svg", produces = "image/svg+xml")
	@Operation(summary = "The same as a picture that opens alone")
	@ApiResponse(responseCode = "200", description = "The picture")
	@ApiResponse(responseCode = "404", description = "No archived event has this correlation id")
	ResponseEntity<String> picture(@PathVariable String correlationId) {
		return ResponseEntity.ok()
			.header("Content-Security-Policy", CONTENT_POLICY)
			.contentType(MediaType.valueOf("image/svg+xml;charset=UTF-8"))
			.body(this.picture.alone(this.stories.story(correlationId)));
	}

}
