package studio.avatar.common.housebreakers.drawer;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.cloud.stream.function.StreamBridge;

/** Publishes past the outbox, through a bridge that somebody puts into its field. */
class Whisperer {

	@Autowired
	private StreamBridge bridge;

	void whisper(String text) {
		this.bridge.send("chat.replies", text);
	}

}
