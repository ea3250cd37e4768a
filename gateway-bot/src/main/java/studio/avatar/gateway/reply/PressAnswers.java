package studio.avatar.gateway.reply;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import com.pengrad.telegrambot.request.AnswerCallbackQuery;
import com.pengrad.telegrambot.response.BaseResponse;
import jakarta.annotation.PreDestroy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.avatar.gateway.telegram.Answer;
import studio.avatar.gateway.telegram.TelegramApi;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Presses that still show a spinner. Words answer a press when they come in time, else
 * the card it led to, else the clock. Kept in memory only: after a crash the spinner ends
 * by itself.
 */
@Component
public class PressAnswers {

	/** Words that are known to come get this much longer. */
	private static final Duration WORDS_TAKE = Duration.ofSeconds(5);

	private static final Logger log = LoggerFactory.getLogger(PressAnswers.class);

	private final TelegramApi telegram;

	private final Duration patience;

	private final ConcurrentHashMap<String, Press> open = new ConcurrentHashMap<>();

	private final ConcurrentHashMap<String, String> pressOfCorrelation = new ConcurrentHashMap<>();

	private final ScheduledExecutorService timer = Executors
		.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("press-answers").daemon().factory());

	PressAnswers(TelegramApi telegram, ReplySettings settings) {
		this.telegram = telegram;
		this.patience = settings.answerPressesAfter();
	}

	/**
	 * A press is on its way to whoever answers it; inside a transaction that counts only
	 * when it is committed.
	 */
	public void begin(String pressId, String correlationId) {
		if (TransactionSynchronizationManager.isSynchronizationActive()) {
			afterCommit(pressId, correlationId);
		}
		else {
			beginNow(pressId, correlationId);
		}
	}

	private void afterCommit(String pressId, String correlationId) {
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
			@Override
			public void afterCommit() {
				beginNow(pressId, correlationId);
			}
		});
	}

	private void beginNow(String pressId, String correlationId) {
		this.open.merge(pressId, new Press(correlationId, false),
				(known, fresh) -> new Press(correlationId, known.toastComing()));
		this.pressOfCorrelation.put(correlationId, pressId);
		this.timer.schedule(() -> timeIsUp(pressId), this.patience.toMillis(), TimeUnit.MILLISECONDS);
	}

	/** Words will answer it: nothing else shall. */
	void toastComing(String pressId) {
		this.open.merge(pressId, new Press(null, true), (known, fresh) -> new Press(known.correlationId(), true));
		this.timer.schedule(() -> close(pressId), WORDS_TAKE.toMillis(), TimeUnit.MILLISECONDS);
	}

	private void timeIsUp(String pressId) {
		Press press = this.open.get(pressId);
		if (press != null && !press.toastComing()) {
			answerEmpty(pressId);
		}
	}

	/** What the press led to is in the chat. */
	void cardShown(String correlationId) {
		String pressId = this.pressOfCorrelation.get(correlationId);
		if (pressId != null) {
			timeIsUp(pressId);
		}
	}

	private void answerEmpty(String pressId) {
		if (close(pressId)) {
			Thread.startVirtualThread(() -> {
				if (this.telegram.call(new AnswerCallbackQuery(pressId)) instanceof Answer.Lost<BaseResponse> lost) {
					log.atDebug().addKeyValue("reason", lost.reason()).log("Spinner ends by itself");
				}
			});
		}
	}

	/** Answers with words at the edge of the screen. */
	Answer<BaseResponse> toast(String pressId, String text, boolean alert) {
		Answer<BaseResponse> answer = this.telegram.call(new AnswerCallbackQuery(pressId).text(text).showAlert(alert));
		if (!(answer instanceof Answer.Lost)) {
			close(pressId);
		}
		return answer;
	}

	private boolean close(String pressId) {
		Press press = this.open.remove(pressId);
		if (press != null && press.correlationId() != null) {
			this.pressOfCorrelation.remove(press.correlationId());
		}
		return press != null;
	}

	@PreDestroy
	void stop() {
		this.timer.shutdownNow();
	}

	private record Press(@Nullable String correlationId, boolean toastComing) {

	}

}
