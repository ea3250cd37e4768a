package studio.avatar.common.messaging;

import java.util.Map;

import org.slf4j.MDC;

import studio.avatar.common.contract.Topic;

/**
 * What every log line says while a record is handled. Consumer threads are shared: what
 * is put for one record is taken away with it.
 */
interface LogContext extends AutoCloseable {

	static LogContext of(Topic topic, String consumer, Envelope<?> envelope) {
		Map<String, String> keys = Map.of("consumer", consumer, "eventId", envelope.id(), topic.key().word(),
				envelope.key(), "correlationId", envelope.correlationId(), "traceId", envelope.trace().traceId());
		keys.forEach(MDC::put);
		return () -> keys.keySet().forEach(MDC::remove);
	}

	@Override
	void close();

}
