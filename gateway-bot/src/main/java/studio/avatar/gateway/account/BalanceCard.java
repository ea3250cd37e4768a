package studio.avatar.gateway.account;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import studio.avatar.common.contract.Button;
import studio.avatar.common.contract.Card;
import studio.avatar.common.contract.RichText;
import studio.avatar.common.text.Texts;
import studio.avatar.gateway.person.Person;

import org.springframework.stereotype.Component;

/** What a person sees of their account: what there is, and what it was spent on. */
@Component
class BalanceCard {

	/** Operations shown. */
	static final int LINES = 10;

	private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("dd.MM HH:mm", Locale.ROOT);

	private final Texts texts;

	BalanceCard(Texts texts) {
		this.texts = texts;
	}

	Card of(Person person, Balance balance, List<Movement.Line> latest) {
		String language = person.locale();
		RichText text = this.texts.rich(language, "balance.title")
			.plain("\n\n")
			.append(this.texts.rich(language, "balance.available", "credits", balance.available()));
		if (balance.held() > 0) {
			text = text.line().append(this.texts.rich(language, "balance.held", "credits", balance.held()));
		}
		text = text.plain("\n\n")
			.append(latest.isEmpty() ? this.texts.rich(language, "balance.empty") : history(person, latest));
		return Card.of(text)
			.row(button(language, "create", "generation:menu"), button(language, "avatars", "training:avatars"))
			.row(button(language, "menu", "menu:main"));
	}

	private RichText history(Person person, List<Movement.Line> latest) {
		RichText text = this.texts.rich(person.locale(), "balance.history");
		for (Movement.Line line : latest) {
			text = text.line()
				.code(WHEN.format(line.at().atZone(ZoneId.of(person.timeZone()))))
				.plain(" ")
				.append(this.texts.rich(person.locale(), key(line), "credits", line.amount()));
		}
		return text;
	}

	private static String key(Movement.Line line) {
		String kind = "movement." + line.kind().name().toLowerCase(Locale.ROOT);
		return (line.purpose() != null) ? kind + "." + line.purpose().name().toLowerCase(Locale.ROOT) : kind;
	}

	private Button button(String language, String name, String action) {
		return new Button(this.texts.get(language, "button." + name), action);
	}

}
