package studio.avatar.gateway.support;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import studio.avatar.gateway.GatewayBotApplication;
import studio.avatar.sandbox.backing.Port;

/** The same gateway, to which the simulated Telegram brings the updates. */
@SpringBootTest(classes = GatewayBotApplication.class, webEnvironment = WebEnvironment.DEFINED_PORT, properties = {
		"studio.account.welcome-credits=200", "studio.intake.download-timeout=6s", "studio.reply.longest-pause=300ms" })
public abstract class GatewayByWebhook extends GatewayUnderTest {

	private static final int PORT = Port.free();

	@DynamicPropertySource
	static void webhook(DynamicPropertyRegistry registry) {
		webhook(registry, PORT);
	}

	/** From now on Telegram brings what happens to that port. */
	public static void webhook(DynamicPropertyRegistry registry, int port) {
		registry.add("server.port", () -> port);
		registry.add("TELEGRAM_WEBHOOK_URL", () -> "http://127.0.0.1:" + port + "/webhooks/telegram");
	}

}
