package studio.avatar.sandbox.telegram.api;

import java.time.Duration;
import java.util.List;

import studio.avatar.sandbox.telegram.chat.Bot;
import studio.avatar.sandbox.telegram.file.StoredFile;
import studio.avatar.sandbox.telegram.file.StoredFiles;
import studio.avatar.sandbox.telegram.rate.PollPace;
import studio.avatar.sandbox.telegram.rate.RateLimits;
import studio.avatar.sandbox.telegram.update.Terminated;
import studio.avatar.sandbox.telegram.update.Updates;
import studio.avatar.sandbox.telegram.webhook.Webhooks;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * The methods with which the bot learns: who it is, what happened, where a file lies.
 */
final class Receiving {

	private static final int LONGEST_POLL_SECONDS = 50;

	private static final int LARGEST_DOWNLOAD = 20 * 1024 * 1024;

	private final Bot bot;

	private final Updates updates;

	private final Webhooks webhooks;

	private final StoredFiles files;

	private final RateLimits limits;

	Receiving(Bot bot, Updates updates, Webhooks webhooks, StoredFiles files, RateLimits limits) {
		this.limits = limits;
		this.bot = bot;
		this.updates = updates;
		this.webhooks = webhooks;
		this.files = files;
	}

	List<ApiMethod> methods() {
		return List.of(ApiMethod.of("getMe", this::me),
				ApiMethod.of("getUpdates", this::updates, "offset", "limit", "timeout", "allowed_updates"),
				ApiMethod.of("getFile", this::file, "file_id"));
	}

	private JsonNode me(Call call) {
		return this.bot.user()
			.put("can_join_groups", true)
			.put("can_read_all_group_messages", false)
			.put("supports_inline_queries", false);
	}

	private JsonNode updates(Call call) {
		long mine = this.updates.beginPoll(); // before the look, so that a webhook set
												// after it ends this poll
		if (this.webhooks.current().isPresent()) {
			throw Refusal.of(409, "Conflict: can't use getUpdates method while webhook is active; "
					+ "use deleteWebhook to delete the webhook first");
		}
		WebhookMethods.allow(call, this.updates);
		long offset = call.number("offset", 0, Integer.MIN_VALUE, Integer.MAX_VALUE);
		int limit = (int) call.number("limit", 100, 1, 100);
		long timeout = call.number("timeout", 0, 0, LONGEST_POLL_SECONDS);
		try {
			ArrayNode found = JsonMapper.shared().createArrayNode();
			PollPace.Poll asked = new PollPace.Poll(limit, Duration.ofSeconds(timeout));
			PollPace.Poll poll = this.limits.slowed(offset, asked);
			this.updates.poll(mine, offset, poll.limit(), poll.timeout()).forEach(found::add);
			return found;
		}
		catch (Terminated ex) {
			throw Refusal.of(409, "Conflict: terminated by " + ex.getMessage());
		}
	}

	private JsonNode file(Call call) {
		String fileId = call.text("file_id").orElseThrow(() -> Refusal.badRequest("file_id not specified"));
		StoredFile file = this.files.known(fileId)
			.orElseThrow(() -> Refusal.badRequest(this.files.find(fileId).isEmpty() ? "invalid file_id"
					: "wrong file_id or the file is temporarily unavailable"));
		if (file.size() > LARGEST_DOWNLOAD) {
			throw Refusal.badRequest("file is too big");
		}
		return file.asFile();
	}

}
