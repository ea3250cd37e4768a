package studio.avatar.console.brake;

import java.security.Principal;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import studio.avatar.console.access.ForOperators;

/** Consumers and their brakes, for programs. */
@RestController
@Tag(name = "Consumers", description = "Lag and brakes")
class ConsumersApi {

	private final Brakes brakes;

	ConsumersApi(Brakes brakes) {
		this.brakes = brakes;
	}

	@GetMapping("/api/consumers")
	@Operation(summary = "Every consumer with its lag, its state and its brake")
	@ApiResponse(responseCode = "200", description = "The consumers; counts are of the last ten minutes")
	List<BrakedConsumer> all() {
		return this.brakes.all();
	}

	@ForOperators
	@PostMapping("/api/consumers/{service}/{topic}/pause")
	@ResponseStatus(HttpStatus.ACCEPTED)
	@Operation(summary = "Pauses a consumer in all instances and after restarts")
	@ApiResponse(responseCode = "202", description = "Asked; its state says when every instance has confirmed it")
	@ApiResponse(responseCode = "400", description = "The reason is missing or too long")
	@ApiResponse(responseCode = "404", description = "There is no such consumer")
	@ApiResponse(responseCode = "409", description = "It was paused already, or has no brake")
	BrakedConsumer pause(@PathVariable String service, @PathVariable String topic, @RequestBody Pause pause,
			Principal who) {
		this.brakes.pause(service + '/' + topic, who.getName(), (pause.reason() != null) ? pause.reason() : "");
		return this.brakes.one(service + '/' + topic);
	}

	@ForOperators
	@PostMapping("/api/consumers/{service}/{topic}/resume")
	@ResponseStatus(HttpStatus.ACCEPTED)
	@Operation(summary = "Lets a paused consumer go on where it stopped")
	@ApiResponse(responseCode = "202", description = "Asked; its state says when every instance has confirmed it")
	@ApiResponse(responseCode = "404", description = "There is no such consumer")
	@ApiResponse(responseCode = "409", description = "It is not paused")
	BrakedConsumer resume(@PathVariable String service, @PathVariable String topic, Principal who) {
		this.brakes.resume(service + '/' + topic, who.getName());
		return this.brakes.one(service + '/' + topic);
	}

	/**
	 * The wish to pause.
	 *
	 * @param reason why, for whoever finds it paused
	 */
	record Pause(@Nullable String reason) {
	}

}
