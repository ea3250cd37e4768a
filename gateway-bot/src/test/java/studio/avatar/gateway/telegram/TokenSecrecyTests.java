package studio.avatar.gateway.telegram;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Duration;
import java.util.List;

import com.pengrad.telegrambot.request.GetMe;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/** Whoever has the token is the bot, so nobody may read it anywhere. */
@ExtendWith(OutputCaptureExtension.class)
class TokenSecrecyTests {

	private static final String SECRET = "AAH-very_secret";

	@Test
	void aDamagedTokenEndsTheStartWithoutBeingShown(CapturedOutput output) {
		SpringApplication start = new SpringApplication(Settings.class);
		start.setWebApplicationType(WebApplicationType.NONE);

		Throwable failure = catchThrowable(() -> start.run("--spring.config.location=optional:classpath:/none/",
				"--studio.telegram.api-url=http://127.0.0.1:1", "--studio.telegram.token=12345:" + SECRET + " "));

		assertThat(trace(failure)).contains("is no bot token").doesNotContain(SECRET);
		assertThat(output.getAll()).contains("is no bot token").doesNotContain(SECRET);
	}

	@Test
	void anUnreachableTelegramIsToldWithoutTheToken() {
		TelegramApi telegram = new TelegramApi(settings("http://127.0.0.1:1"), new SimpleMeterRegistry());

		assertThat(telegram.call(new GetMe())).isInstanceOf(Answer.Lost.class)
			.asString()
			.contains("ConnectException")
			.doesNotContain(SECRET);
		assertThat(telegram.poll(null, List.of(), true)).asString().doesNotContain(SECRET);
	}

	@Test
	void settingsShowEverythingButTheToken() {
		assertThat(settings("http://127.0.0.1:1").toString()).contains("12345").doesNotContain(SECRET);
		assertThat(settings("http://127.0.0.1:1").redact("https://x/bot12345:" + SECRET + "/getMe"))
			.isEqualTo("https://x/bot<token>/getMe");
	}

	private static TelegramSettings settings(String url) {
		return new TelegramSettings(URI.create(url), "12345:" + SECRET, Duration.ofSeconds(1), Duration.ofSeconds(1),
				Duration.ofSeconds(1), Duration.ofSeconds(1));
	}

	private static String trace(Throwable failure) {
		StringWriter text = new StringWriter();
		failure.printStackTrace(new PrintWriter(text));
		return text.toString();
	}

	@EnableConfigurationProperties(TelegramSettings.class)
	static class Settings {

	}

}
