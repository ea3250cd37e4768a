package studio.avatar.common.talk;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnResource;
import org.springframework.context.annotation.Bean;

import studio.avatar.common.messaging.Outbox;
import studio.avatar.common.text.Texts;

/** Words and replies of a service that has texts. */
@AutoConfiguration(afterName = "studio.avatar.common.messaging.MessagingAutoConfiguration")
@ConditionalOnProperty("studio.service")
@ConditionalOnResource(resources = "classpath:texts_en.properties")
class TalkAutoConfiguration {

	@Bean
	Language language() {
		return new Language(new Texts("texts"));
	}

	@Bean
	Replies replies(Outbox outbox) {
		return new Replies(outbox);
	}

}
