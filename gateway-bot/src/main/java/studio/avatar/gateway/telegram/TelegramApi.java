package studio.avatar.gateway.telegram;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

import com.google.gson.JsonParseException;
import com.pengrad.telegrambot.TelegramBot;
import com.pengrad.telegrambot.model.ResponseParameters;
import com.pengrad.telegrambot.request.BaseRequest;
import com.pengrad.telegrambot.request.GetFile;
import com.pengrad.telegrambot.response.BaseResponse;
import com.pengrad.telegrambot.response.GetFileResponse;
import io.micrometer.core.instrument.MeterRegistry;
import okhttp3.Call;
import okhttp3.FormBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import studio.avatar.common.operating.CallsInVain;

import org.springframework.stereotype.Component;

/**
 * The one door to Telegram. It never throws for what Telegram or the network does: an
 * {@link Answer} says it, and no word of it holds the token.
 */
@Component
public class TelegramApi {

	private static final int SERVER_ERROR = 500;

	private final TelegramSettings settings;

	private final MeterRegistry meters;

	private final CallsInVain inVain;

	private final OkHttpClient http;

	private final OkHttpClient patient;

	private final TelegramBot bot;

	private volatile @Nullable Call poll;

	public TelegramApi(TelegramSettings settings, MeterRegistry meters) {
		this.settings = settings;
		this.meters = meters;
		this.inVain = new CallsInVain(meters, "telegram");
		this.http = new TelegramHttp(settings);
		Duration poll = settings.pollTimeout().plus(settings.readTimeout());
		this.patient = this.http.newBuilder().readTimeout(poll).callTimeout(poll).build();
		this.bot = new TelegramBot.Builder(settings.token()).okHttpClient(this.http)
			.apiUrl(settings.apiUrl().toString().replaceAll("/+$", "") + "/bot")
			.fileApiUrl(settings.apiUrl().toString().replaceAll("/+$", "") + "/file/bot")
			.build();
	}

	/** Calls a method and tells how it ended. */
	public <T extends BaseRequest<T, R>, R extends BaseResponse> Answer<R> call(BaseRequest<T, R> request) {
		Answer<R> answer = execute(request);
		this.meters
			.counter("telegram.calls", "method", request.getMethod(), "outcome",
					answer.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT))
			.increment();
		return answer;
	}

	private <T extends BaseRequest<T, R>, R extends BaseResponse> Answer<R> execute(BaseRequest<T, R> request) {
		try {
			R response = this.bot.execute(request);
			if (response == null) {
				return new Answer.Lost<>("an empty answer", true);
			}
			return response.isOk() ? new Answer.Done<>(response) : refused(response.errorCode(),
					Objects.requireNonNullElse(response.description(), ""), response.parameters());
		}
		catch (JsonParseException ex) {
			return new Answer.Lost<>("an answer that is no JSON", true);
		}
		catch (RuntimeException ex) {
			return lost((ex.getCause() != null) ? ex.getCause() : ex);
		}
	}

	/**
	 * Waits for updates as they stand on the wire, so that one that cannot be read does
	 * not hide the others.
	 * @param offset the first update wanted; everything before it is confirmed. Absent:
	 * whatever Telegram still has
	 * @param patiently whether to wait when there are none
	 */
	public Answer<JsonNode> poll(@Nullable Long offset, List<String> allowedUpdates, boolean patiently) {
		FormBody.Builder form = new FormBody.Builder()
			.add("timeout", String.valueOf(patiently ? this.settings.pollTimeout().toSeconds() : 0))
			.add("allowed_updates", JsonMapper.shared().writeValueAsString(allowedUpdates));
		if (offset != null) {
			form.add("offset", offset.toString());
		}
		Call call = this.patient
			.newCall(new Request.Builder().url(this.settings.methods() + "getUpdates").post(form.build()).build());
		this.poll = call;
		try (Response response = call.execute()) {
			return read(JsonMapper.shared().readTree(Objects.requireNonNull(response.body()).string()));
		}
		catch (JacksonException ex) {
			return new Answer.Lost<>("an answer that is no JSON", true);
		}
		catch (IOException ex) {
			return lost(ex);
		}
	}

	/** Ends a {@link #poll} that waits. */
	public void interruptPoll() {
		Call waiting = this.poll;
		if (waiting != null) {
			waiting.cancel();
		}
	}

	private Answer<JsonNode> read(JsonNode answer) {
		if (answer.path("ok").asBoolean(false)) {
			return new Answer.Done<>(answer.path("result"));
		}
		JsonNode retryAfter = answer.path("parameters").path("retry_after");
		return refused(answer.path("error_code").asInt(SERVER_ERROR), answer.path("description").asString(""),
				retryAfter.isInt() ? (Integer) retryAfter.asInt() : null, null);
	}

	/**
	 * Opens a file that a person sent.
	 * @param reader reads the content while the connection stands
	 */
	public <T> Answer<T> download(String fileId, FileReader<T> reader) {
		return switch (call(new GetFile(fileId))) {
			case Answer.Done<GetFileResponse>(GetFileResponse found) -> content(found.file().filePath(), reader);
			case Answer<GetFileResponse> other -> other.undone();
		};
	}

	private <T> Answer<T> content(String path, FileReader<T> reader) {
		Request request = new Request.Builder().url(this.settings.files() + path).build();
		try (Response response = this.http.newCall(request).execute()) {
			ResponseBody body = Objects.requireNonNull(response.body());
			return response.isSuccessful() ? new Answer.Done<>(reader.read(path, body.byteStream()))
					: refused(response.code(), "the file is not given", null, null);
		}
		catch (IOException ex) {
			return lost(ex);
		}
	}

	private <R> Answer<R> refused(int code, String description, @Nullable ResponseParameters more) {
		return (more != null) ? refused(code, description, more.retryAfter(), more.migrateToChatId())
				: refused(code, description, null, null);
	}

	private <R> Answer<R> refused(int code, String description, @Nullable Integer retryAfterSeconds,
			@Nullable Long movedTo) {
		if (code >= SERVER_ERROR) {
			this.inVain.count("5xx");
			return new Answer.Lost<>(code + " " + this.settings.redact(description), true);
		}
		Refusal why = Refusal.of(code, description);
		if (why.isTrouble()) {
			this.inVain.count(String.valueOf(code));
		}
		Duration retryAfter = (why == Refusal.FLOOD)
				? Duration.ofSeconds(Objects.requireNonNullElse(retryAfterSeconds, 1)) : null;
		return new Answer.Refused<>(why, code, this.settings.redact(description), retryAfter, movedTo);
	}

	private <R> Answer<R> lost(Throwable why) {
		this.inVain.count(inOneWord(why));
		return new Answer.Lost<>(this.settings.redact(why.getClass().getSimpleName() + ": " + why.getMessage()),
				!TelegramHttp.NotSent.is(why));
	}

	private static String inOneWord(Throwable why) {
		if (TelegramHttp.NotSent.is(why)) {
			return "unreachable";
		}
		return (why instanceof InterruptedIOException) ? "timeout" : "lost";
	}

	/**
	 * Takes the content of a file.
	 *
	 * @param <T> what becomes of it
	 */
	@FunctionalInterface
	public interface FileReader<T> {

		/**
		 * Reads it.
		 * @param path as Telegram names the file, with its ending
		 */
		T read(String path, InputStream content) throws IOException;

	}

}
