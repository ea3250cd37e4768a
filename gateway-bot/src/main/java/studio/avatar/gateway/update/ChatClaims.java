package studio.avatar.gateway.update;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.PreDestroy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.avatar.gateway.telegram.TelegramSettings;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which instance works for what waits in a chat. A claim is renewed while its instance
 * lives, and another one takes it over soon after it died.
 */
@Component
class ChatClaims {

	private static final Duration LASTS = Duration.ofSeconds(10);

	private static final Logger log = LoggerFactory.getLogger(ChatClaims.class);

	private final JdbcClient database;

	private final long botId;

	private final UUID me = UUID.randomUUID();

	private final ScheduledExecutorService renewal = Executors
		.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("chat-claims").daemon().factory());

	ChatClaims(JdbcClient database, TelegramSettings telegram) {
		this.database = database;
		this.botId = telegram.botId();
		long third = LASTS.toMillis() / 3;
		this.renewal.scheduleWithFixedDelay(this::renewSafely, third, third, TimeUnit.MILLISECONDS);
	}

	/**
	 * Takes a chat, unless another instance has it. Nobody waits until that is on the
	 * disk: a crash of the database ends whatever was done under a claim, too.
	 */
	boolean take(long chatId) {
		return this.database.sql("""
				insert into chat_claim (bot_id, chat_id, claimed_by, claimed_until)
				select ?, ?, ?, now() + make_interval(secs => ?)
				where set_config('synchronous_commit', 'off', true) is not null
				on conflict (bot_id, chat_id) do update
				set claimed_by = excluded.claimed_by, claimed_until = excluded.claimed_until
				where chat_claim.claimed_by = excluded.claimed_by or chat_claim.claimed_until < now()""")
			.params(this.botId, chatId, this.me, LASTS.toSeconds())
			.update() == 1;
	}

	/** Nothing more to do there for now. */
	void giveBack(long chatId) {
		this.database.sql("""
				delete from chat_claim where bot_id = ? and chat_id = ? and claimed_by = ?
				and set_config('synchronous_commit', 'off', true) is not null""")
			.params(this.botId, chatId, this.me)
			.update();
	}

	private void renewSafely() {
		try {
			this.database
				.sql("update chat_claim set claimed_until = now() + make_interval(secs => ?) where claimed_by = ?")
				.params(LASTS.toSeconds(), this.me)
				.update();
		}
		catch (Throwable ex) { // the timer would never call again
			log.atWarn().setCause(ex).log("Claims not renewed");
		}
	}

	@PreDestroy
	void end() {
		this.renewal.shutdownNow();
	}

}
