package studio.avatar.gateway.person;

import java.time.ZoneId;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What is assumed of somebody new.
 *
 * @param timeZone IANA zone; Telegram does not tell it
 */
@Validated
@ConfigurationProperties("studio.person")
record PersonSettings(@DefaultValue("Europe/Moscow") ZoneId timeZone) {

}
