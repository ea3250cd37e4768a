package studio.avatar.console.explorer;

import java.io.IOException;
import java.time.Instant;
import java.util.List;

import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Server-sent events, as the WHATWG describes them. */
record SseSink(SseEmitter stream) implements Sink {

	@Override
	public void events(List<EventLine> events, Instant heard) throws IOException {
		this.stream.send(event(heard).name("events").data(events, MediaType.APPLICATION_JSON));
	}

	@Override
	public void lost(long events) throws IOException {
		this.stream.send(SseEmitter.event().name("lost").data(events));
	}

	@Override
	public void lostSome() throws IOException {
		this.stream.send(SseEmitter.event().name("lost").data("some"));
	}

	@Override
	public void stillHere(Instant heard) throws IOException {
		this.stream.send(event(heard).comment("still here"));
	}

	/** Its id is what the browser brings along when it asks again. */
	private static SseEmitter.SseEventBuilder event(Instant heard) {
		return SseEmitter.event().id(Long.toString(heard.toEpochMilli()));
	}

	@Override
	public void end() {
		this.stream.complete();
	}

}
