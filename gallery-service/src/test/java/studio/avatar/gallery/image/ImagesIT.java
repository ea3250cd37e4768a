package studio.avatar.gallery.image;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import studio.avatar.common.contract.GenerationEvent.GenerationCompleted;
import studio.avatar.common.contract.TrainingEvent;
import studio.avatar.common.contract.TrainingEvent.AvatarRenamed;
import studio.avatar.common.messaging.Cause;
import studio.avatar.common.messaging.Envelope;
import studio.avatar.common.messaging.Trace;
import studio.avatar.common.talk.Talk;
import studio.avatar.gallery.Generated;
import studio.avatar.gallery.GalleryUnderTest;
import studio.avatar.gallery.browse.Gallery;

import static org.assertj.core.api.Assertions.assertThat;

/** Images of any number on a real database. */
class ImagesIT extends GalleryUnderTest {

	/** Has a hundred thousand pictures, four a minute. */
	private static final long COLLECTOR = 77_000_000_001L;

	/** Has ten. */
	private static final long BEGINNER = 77_000_000_002L;

	private static final int MANY = 100_000;

	@Autowired
	private Images images;

	@Autowired
	private ImageProjection projection;

	@Autowired
	private AvatarNames names;

	@Autowired
	private Gallery gallery;

	@BeforeEach
	void collect() {
		if (this.images.newest(COLLECTOR).isEmpty()) {
			insert(COLLECTOR, MANY, Duration.ofSeconds(15));
			insert(BEGINNER, 10, Duration.ofSeconds(15));
			this.database.sql("vacuum analyze images").update();
			this.database.sql("vacuum analyze shelves").update();
		}
	}

	@ParameterizedTest(name = "picture {0}")
	@ValueSource(ints = { 0, 1, 50_000, 99_999 })
	void whereverAPersonBrowsesEachQueryWalksTheIndexAndReadsLittle(int number) {
		Image image = collected(number);

		List<String> plans = List.of(explain(Images.NEWEST, image), explain(Images.OLDER, image),
				explain(Images.NEWER, image), explain(Images.PLACE, image));

		assertThat(plans).allSatisfy((plan) -> {
			assertThat(plan).contains("images_newest").doesNotContain("Seq Scan on images").doesNotContain("Sort");
			assertThat(pagesRead(plan)).as(plan).isLessThan(200);
		});
	}

	/** Where few are left they may be sorted: that reads no more. */
	@ParameterizedTest(name = "picture {0}")
	@ValueSource(ints = { 0, 1, 50_000, 99_999 })
	void aPageReadsLittleWhereverItBegins(int number) {
		Image image = collected(number);

		List<String> plans = List.of(explain(Images.PAGE, image), explain(Images.PAGE_BEFORE, image));

		assertThat(plans).allSatisfy((plan) -> {
			assertThat(plan).contains("images_newest").doesNotContain("Seq Scan on images");
			assertThat(pagesRead(plan)).as(plan).isLessThan(200);
		});
	}

	@Test
	void aHundredThousandPicturesOpenAsFastAsTen() {
		Duration ten = typicalOpening(BEGINNER);
		Duration many = typicalOpening(COLLECTOR);

		System.out.printf("Opening a gallery: of 10 pictures %d us, of %d pictures %d us%n", ten.toNanos() / 1_000,
				MANY, many.toNanos() / 1_000);
		assertThat(many).isLessThan(ten.plusMillis(10));
	}

	@Test
	void walkingFromTheNewestToTheOldestPassesEveryPlaceOnce() {
		insert(77_000_000_003L, 50, Duration.ofHours(7));

		List<Place> passed = walk(77_000_000_003L);

		assertThat(passed).hasSize(50);
		assertThat(passed).allSatisfy((place) -> assertThat(place.of()).isEqualTo(50));
		assertThat(passed).extracting(Place::number).isSorted().doesNotHaveDuplicates().startsWith(1).endsWith(50);
	}

	@Test
	void placesStayRightWhenPicturesAreDeletedAndBroughtBack() {
		long person = 77_000_000_004L;
		insert(person, 20, Duration.ofHours(7));
		Image newest = this.images.newest(person).orElseThrow();
		Image second = this.images.olderThan(newest).orElseThrow();

		this.images.hide(newest, Instant.now());
		Place alone = this.images.place(second);
		this.images.hide(newest, Instant.now());
		this.images.bringBack(newest);

		assertThat(alone).isEqualTo(new Place(1, 19));
		assertThat(this.images.place(second)).isEqualTo(new Place(2, 20));
		assertThat(shelvesThatAreWrong()).isZero();
	}

	@Test
	void theSameGenerationHeardAgainKeepsWhatThePersonDid() {
		GenerationCompleted event = Generated.of(77_000_000_005L).event(2);
		this.projection.on(envelope(event, Instant.now()));
		Image liked = this.images.newest(77_000_000_005L).orElseThrow();
		Image deleted = this.images.olderThan(liked).orElseThrow();
		this.images.favour(liked, true);
		this.images.hide(deleted, Instant.now());

		this.projection.on(envelope(event, Instant.now()));

		assertThat(this.images.find(liked.userId(), liked.id())).get().matches(Image::favourite);
		assertThat(this.images.find(deleted.userId(), deleted.id())).get().matches((image) -> !image.shown());
	}

	@Test
	void aPurgedPictureHeardAgainGetsNoWordsBack() {
		GenerationCompleted event = Generated.of(77_000_000_006L).event(1);
		this.projection.on(envelope(event, Instant.now()));
		Image image = this.images.newest(77_000_000_006L).orElseThrow();
		this.images.hide(image, Instant.now());
		this.images.purge(image, Instant.now());

		this.projection.on(envelope(event, Instant.now()));

		assertThat(this.images.find(image.userId(), image.id())).get()
			.satisfies((tombstone) -> assertThat(tombstone.prompt() + tombstone.finalPrompt()).isEmpty());
	}

	@Test
	void aNameHeardLateDoesNotReplaceANewerOne() {
		UUID avatar = UUID.randomUUID();
		long person = 77_000_000_007L;
		this.projection.on(envelope(Generated.of(person).avatar(avatar, "Anna").event(1), Instant.now()));
		Instant renamed = Instant.parse("2026-11-21T10:00:00Z");
		this.names.on(envelope(new AvatarRenamed(avatar, person, person, "Annabel"), renamed));

		this.names.on(envelope(new AvatarRenamed(avatar, person, person, "Ann"), renamed.minusSeconds(60)));

		assertThat(this.images.newest(person)).get().extracting(Image::avatarName).isEqualTo("Annabel");
	}

	@Test
	void aDeletedAvatarLeavesItsPicturesUnderItsName() {
		UUID avatar = UUID.randomUUID();
		long person = 77_000_000_008L;
		this.projection.on(envelope(Generated.of(person).avatar(avatar, "Anna").event(1), Instant.now()));

		this.names.on(envelope(new TrainingEvent.AvatarDeleted(avatar, person, person), Instant.now()));

		assertThat(this.images.newest(person)).get().extracting(Image::avatarName).isEqualTo("Anna");
	}

	private List<Place> walk(long person) {
		List<Place> passed = new ArrayList<>();
		Optional<Image> at = this.images.newest(person);
		while (at.isPresent()) {
			passed.add(this.images.place(at.get()));
			at = this.images.olderThan(at.get());
		}
		return passed;
	}

	private Duration typicalOpening(long person) {
		Talk talk = Talk.opening(person, person, "en", "Europe/Moscow", Cause.ofUpdate(1));
		List<Long> nanos = new ArrayList<>();
		for (int i = 0; i < 101; i++) {
			long begin = System.nanoTime();
			this.gallery.open(talk);
			nanos.add(System.nanoTime() - begin);
		}
		Collections.sort(nanos);
		return Duration.ofNanos(nanos.get(50));
	}

	private long shelvesThatAreWrong() {
		return this.database.sql("""
				select count(*) from shelves full join (
					select user_id, (created_at at time zone 'UTC')::date as day, count(*) as counted
					from images where deleted_at is null group by 1, 2) real using (user_id, day)
				where coalesce(shown, 0) <> coalesce(counted, 0)
				""").query(Long.class).single();
	}

	private void insert(long person, int number, Duration apart) {
		this.database.sql("""
				insert into images (image_id, user_id, chat_id, generation_id, set_position, prompt, final_prompt,
					ratio, model, seed, media_key, sha256, content_type, bytes, created_at)
				select gen_random_uuid(), ?, ?, gen_random_uuid(), 1 + n % 4, repeat('a windy pier ', 10),
					repeat('TOK on a windy pier ', 20), 'SQUARE', 'flux-lora', n::text, 'images/' || n || '.jpg',
					repeat('0', 64), 'image/jpeg', 3, timestamptz '2026-01-01Z' + n * ? * interval '1 second'
				from generate_series(0, ? - 1) n
				""").params(person, person, apart.toSeconds(), number).update();
	}

	private Image collected(int number) {
		UUID id = this.database.sql("select image_id from images where user_id = ? and seed = ?")
			.params(COLLECTOR, String.valueOf(number))
			.query(UUID.class)
			.single();
		return this.images.find(COLLECTOR, id).orElseThrow();
	}

	private String explain(String sql, Image at) {
		LocalDate day = LocalDate.ofInstant(at.createdAt(), ZoneOffset.UTC);
		return String.join("\n",
				this.database.sql("explain (analyze, buffers) " + sql)
					.param("user", COLLECTOR)
					.param("created", Timestamp.from(at.createdAt()))
					.param("position", at.setPosition())
					.param("image", at.id())
					.param("day", day)
					.param("tomorrow", Timestamp.from(day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()))
					.query(String.class)
					.list());
	}

	/**
	 * Pages of 8 KB that the whole statement read: the first line of buffers is the
	 * root's.
	 */
	private static int pagesRead(String plan) {
		String buffers = plan.lines().filter((line) -> line.contains("Buffers: shared")).findFirst().orElseThrow();
		return buffers.replaceAll(".*?shared ", "")
			.transform((counts) -> Pattern.compile("(?:hit|read)=(\\d+)").matcher(counts))
			.results()
			.mapToInt((count) -> Integer.parseInt(count.group(1)))
			.sum();
	}

	@SuppressWarnings("unchecked")
	private static <E> Envelope<E> envelope(Object event, Instant time) {
		return (Envelope<E>) new Envelope<>(UUID.randomUUID().toString(), "test", "test", time, "1", "correlation",
				"cause", Trace.begin(), null, event);
	}

}
