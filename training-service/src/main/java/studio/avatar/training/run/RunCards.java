package studio.avatar.training.run;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.OptionalInt;

import org.springframework.stereotype.Component;

import studio.avatar.common.contract.Card;
import studio.avatar.common.contract.RichText;
import studio.avatar.common.talk.Language;
import studio.avatar.common.talk.Talk;
import studio.avatar.common.talk.Words;
import studio.avatar.training.avatar.Avatar;
import studio.avatar.training.avatar.PhotoAlbum;

/** The screens of a training: before it is paid, while it runs, and what became of it. */
@Component
class RunCards {

	private final Language language;

	private final PhotoAlbum photos;

	private final RunSettings settings;

	RunCards(Language language, PhotoAlbum photos, RunSettings settings) {
		this.language = language;
		this.photos = photos;
		this.settings = settings;
	}

	/** Everything that is about to be paid for. */
	Card check(Talk talk, Avatar avatar, int steps, OptionalInt balance) {
		int price = this.settings.price();
		Words words = this.language.of(talk);
		Card card = Card
			.of(words
				.rich("run.check", "name", avatar.givenName(), "gender", avatar.givenGender().name(), "photos",
						this.photos.count(avatar.id()), "steps", steps, "price", price)
				.line()
				.append(balance(words, balance)))
			.row(words.button("run.pay", "training:pay:" + avatar.id() + ':' + price, "price", price));
		if (avatar.isDraft()) {
			card = card.row(words.button("run.more-photos", "training:photos:" + avatar.id()),
					words.button("draft.change-name", "training:name:" + avatar.id()));
		}
		else {
			card = card.row(words.button("photos.anew", "training:anew:" + avatar.id()));
		}
		card = card.row(words.button("balance", "account:balance"), words.button("avatars.mine", "training:avatars"));
		return this.photos.preview(avatar.id()).map(card::picture).orElse(card);
	}

	private static RichText balance(Words words, OptionalInt balance) {
		return balance.isPresent() ? words.rich("run.balance", "balance", balance.getAsInt())
				: words.rich("run.balance.unknown");
	}

	/** The ledger was asked. */
	Card reserving(String locale, RunOrder order, Avatar avatar) {
		Words words = this.language.of(locale);
		return Card.of(words.rich("run.reserving", "name", avatar.givenName()))
			.row(words.button("run.cancel", "training:cancel:" + order.id()))
			.row(words.button("menu", "menu:main"));
	}

	Card declined(String locale, Avatar avatar, int needed, int available) {
		Words words = this.language.of(locale);
		return Card.of(words.rich("run.declined", "name", avatar.givenName(), "needed", needed, "available", available))
			.row(words.button("balance", "account:balance"))
			.row(words.button("run.back-to-check", "training:check:" + avatar.id()), words.button("menu", "menu:main"));
	}

	/** A run under way, with what is known of it. */
	Card progress(RunOrder order, Avatar avatar, Hold hold, Stage stage, Instant now) {
		Words words = this.language.of(order.locale());
		return Card
			.of(words.rich("run.progress", "name", avatar.givenName())
				.line()
				.append(stage(words, stage, order.steps()))
				.line()
				.append(words.rich("run.elapsed", "minutes", Duration.between(hold.since(), now).toMinutes())))
			.row(words.button("run.cancel", "training:cancel:" + order.id()))
			.row(words.button("menu", "menu:main"));
	}

	private static RichText stage(Words words, Stage stage, int steps) {
		return switch (stage) {
			case Stage.Preparing _ -> words.rich("run.stage.preparing");
			case Stage.Queued queued when queued.position().isPresent() ->
				words.rich("run.stage.queued", "position", queued.position().getAsInt());
			case Stage.Queued _ -> words.rich("run.stage.queued-somewhere");
			case Stage.Running running when running.step().isPresent() ->
				words.rich("run.stage.running", "step", running.step().getAsInt(), "steps", steps);
			case Stage.Running _ -> words.rich("run.stage.running-unknown");
			case Stage.Copying _ -> words.rich("run.stage.copying");
			case Stage.NoAnswer _ -> words.rich("run.stage.no-answer");
		};
	}

	/**
	 * The answer to the submit was lost: what we know, and when the credits come back at
	 * the latest.
	 */
	Card unknown(TrainingRun.Unknown run, Avatar avatar) {
		RunOrder order = run.order();
		Words words = this.language.of(order.locale());
		return Card
			.of(words.rich("run.unknown", "name", avatar.givenName(), "until",
					DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
						.withLocale(Locale.forLanguageTag(order.locale()))
						.format(run.hold().deadline().atZone(Speaking.about(order, "").zone()))))
			.row(words.button("run.cancel", "training:cancel:" + order.id()))
			.row(words.button("menu", "menu:main"));
	}

	Card askCancel(Talk talk, TrainingRun run, Avatar avatar) {
		Words words = this.language.of(talk);
		return Card.of(words.rich("run.cancel.ask", "name", avatar.givenName(), "price", run.order().price()))
			.row(words.button("run.cancel.yes", "training:cancel-yes:" + run.id()))
			.row(words.button("run.cancel.no", "training:run:" + run.id()));
	}

	/** What became of a run. */
	Card ended(String locale, TrainingRun.Ended run, Avatar avatar) {
		Words words = this.language.of(locale);
		return switch (run) {
			case TrainingRun.Completed _ -> ready(words, avatar);
			case TrainingRun.Failed failed when failed.reason().wantsOtherPhotos() && avatar.takesPhotos() ->
				otherPhotos(words, avatar, words.rich("run.failed", "name", avatar.givenName(), "reason",
						words.text("run.reason." + failed.reason()), "price", run.order().price()));
			case TrainingRun.Failed failed -> again(words, avatar, words.rich("run.failed", "name", avatar.givenName(),
					"reason", words.text("run.reason." + failed.reason()), "price", run.order().price()));
			case TrainingRun.Cancelled cancelled when cancelled.hold() == null ->
				again(words, avatar, words.rich("run.not-begun", "name", avatar.givenName()));
			case TrainingRun.Cancelled _ -> again(words, avatar,
					words.rich("run.cancelled", "name", avatar.givenName(), "price", run.order().price()));
			case TrainingRun.Expired _ -> again(words, avatar,
					words.rich("run.expired", "name", avatar.givenName(), "price", run.order().price()));
			case TrainingRun.Declined _ -> again(words, avatar,
					words.rich("run.declined.before", "name", avatar.givenName(), "price", run.order().price()));
		};
	}

	private Card ready(Words words, Avatar avatar) {
		Card card = Card.of(words.rich("run.ready", "name", avatar.givenName(), "main", avatar.isMain() ? "yes" : "no"))
			.row(words.button("avatars.generate", "generation:with:" + avatar.id()))
			.row(words.button("avatars.mine", "training:avatars"), words.button("menu", "menu:main"));
		return this.photos.preview(avatar.id()).map(card::picture).orElse(card);
	}

	/** The same photos would fail again, so trying again begins with others. */
	private static Card otherPhotos(Words words, Avatar avatar, RichText text) {
		return Card.of(text)
			.row(words.button("photos.anew", "training:anew:" + avatar.id()))
			.row(words.button("avatars.mine", "training:avatars"), words.button("menu", "menu:main"));
	}

	/** Trying again is offered as long as the avatar can still be trained. */
	private Card again(Words words, Avatar avatar, RichText text) {
		Card card = Card.of(text);
		if (avatar.status().trainable()) {
			int price = this.settings.price();
			card = card.row(words.button("run.retry", "training:retry:" + avatar.id() + ':' + price, "price", price));
		}
		return card.row(words.button("avatars.mine", "training:avatars"), words.button("menu", "menu:main"));
	}

}
