package studio.avatar.console.explorer;

import java.io.IOException;
import java.util.List;

import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Server-sent events, as the WHATWG describes them. */
record SseSink(SseEmitter stream) implements Sink {

	@Override
	public void events(List<EventLine> events) throws IOException {
		this.stream.send(SseEmitter.event().name("events").data(events, MediaType.APPLICATION_JSON));
	}

	@Override
	public void lost(long events) throws IOException {
		this.stream.send(SseEmitter.event().name("lost").data(events));
	}

	@Override
	public void stillHere() throws IOException {
		this.stream.send(SseEmitter.event().comment("still here"));
	}

	@Override
	public void end() {
		this.stream.complete();
	}

}
