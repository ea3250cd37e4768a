package studio.avatar.gallery.image;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * People's images. Written as SQL, because browsing stands on row comparisons over one
 * index ({@code images_newest}) that a mapper would hide.
 *
 * <p>
 * Whatever a person asks for is looked up with the person's id.
 */
@Repository
public class Images {

	private static final String SELECT = """
			select i.*, coalesce(a.name, i.avatar_name) as name_now
			from images i left join avatar_names a on a.avatar_id = i.avatar_id
			""";

	private static final String SHOWN = SELECT + " where i.user_id = :user and i.deleted_at is null ";

	/** Row comparison in the order of the index; newest is greatest. */
	private static final String ORDER = "(i.created_at, i.set_position, i.image_id)";

	private static final String AT = " (:created, :position, :image) ";

	private static final String NEWEST_FIRST = " order by i.created_at desc, i.set_position desc, i.image_id desc limit ";

	private static final String OLDEST_FIRST = " order by i.created_at, i.set_position, i.image_id limit ";

	static final String NEWEST = SHOWN + NEWEST_FIRST + "1";

	static final String OLDER = SHOWN + " and " + ORDER + " < " + AT + NEWEST_FIRST + "1";

	static final String NEWER = SHOWN + " and " + ORDER + " > " + AT + OLDEST_FIRST + "1";

	/** A page and the first image of the next one. */
	static final String PAGE = SHOWN + " and " + ORDER + " <= " + AT + NEWEST_FIRST + (ImagePage.SIZE + 1);

	static final String PAGE_BEFORE = SHOWN + " and " + ORDER + " > " + AT + OLDEST_FIRST + ImagePage.SIZE;

	/** Whole days from the shelves, the image's own day from the index. */
	static final String PLACE = """
			select sum(s.shown) as of, coalesce(sum(s.shown) filter (where s.day > :day), 0) + (
				select count(*) from images i where i.user_id = :user and i.deleted_at is null
					and i.created_at < :tomorrow and %s > %s) as newer
			from shelves s where s.user_id = :user
			""".formatted(ORDER, AT);

	private final JdbcClient database;

	Images(JdbcClient database) {
		this.database = database;
	}

	/** An image of this person, deleted ones included; empty when it is another's. */
	public Optional<Image> find(long userId, UUID imageId) {
		return this.database.sql(SELECT + " where i.user_id = :user and i.image_id = :image")
			.param("user", userId)
			.param("image", imageId)
			.query(ImageRow::read)
			.optional();
	}

	/** The newest image shown; empty when there is none. */
	public Optional<Image> newest(long userId) {
		return this.database.sql(NEWEST).param("user", userId).query(ImageRow::read).optional();
	}

	/** The next older image shown; {@code from} itself may be deleted by now. */
	public Optional<Image> olderThan(Image from) {
		return next(from, OLDER);
	}

	/** The next newer image shown; {@code from} itself may be deleted by now. */
	public Optional<Image> newerThan(Image from) {
		return next(from, NEWER);
	}

	/**
	 * The images shown from one on, newest first; it may be deleted by now.
	 * @return empty when there is none from there on
	 */
	public Optional<ImagePage> page(Image from) {
		List<Image> images = at(PAGE, from).query(ImageRow::read).list();
		return images.isEmpty() ? Optional.empty() : Optional.of(page(images));
	}

	private ImagePage page(List<Image> images) {
		List<Image> newer = at(PAGE_BEFORE, images.getFirst()).query(ImageRow::read).list();
		boolean more = images.size() > ImagePage.SIZE;
		return new ImagePage(images.subList(0, Math.min(images.size(), ImagePage.SIZE)), place(images.getFirst()),
				newer.isEmpty() ? null : newer.getLast(), more ? images.getLast() : null);
	}

	/**
	 * Right at each press, whatever was deleted or made meanwhile. Counting all images
	 * took 14 to 37 ms for 100,000 of them; whole days counted beforehand and the rest of
	 * one day take less than 2 ms (measured on two cores, {@code ImagesIT}).
	 * @param image one that is shown
	 */
	public Place place(Image image) {
		LocalDate day = LocalDate.ofInstant(image.createdAt(), ZoneOffset.UTC);
		return at(PLACE, image).param("day", day)
			.param("tomorrow", Timestamp.from(day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()))
			.query((row, number) -> new Place(row.getInt("newer") + 1, row.getInt("of")))
			.single();
	}

	public void favour(Image image, boolean favourite) {
		change(image, "favourite = :value", favourite);
	}

	/** No longer shown from now on; deleting twice keeps the first moment. */
	public void hide(Image image, Instant now) {
		change(image, "deleted_at = coalesce(deleted_at, :value)", Timestamp.from(now));
	}

	/**
	 * Shown again, unless it was purged meanwhile.
	 * @return whether it is shown
	 */
	public boolean bringBack(Image image) {
		return this.database
			.sql("update images set deleted_at = null where user_id = ? and image_id = ? and purged_at is null")
			.params(image.userId(), image.id())
			.update() == 1;
	}

	/**
	 * An image, kept from changing until the transaction ends. For jobs only: it asks for
	 * no person.
	 */
	public Optional<Image> lock(UUID imageId) {
		return this.database.sql(SELECT + " where i.image_id = ? for update of i")
			.param(imageId)
			.query(ImageRow::read)
			.optional();
	}

	/**
	 * Images deleted before a moment and not purged yet, at most 100. For jobs only.
	 * @param task kind of the task, named by the image's id, that would do it by itself
	 */
	public List<UUID> toBePurged(Instant deletedBefore, String task) {
		return this.database.sql("""
				select image_id from images where deleted_at < ? and purged_at is null and not exists (
					select 1 from scheduled_tasks where task_name = ? and task_instance = image_id::text)
				order by deleted_at limit 100""").params(Timestamp.from(deletedBefore), task).query(UUID.class).list();
	}

	/** Its words are gone and it cannot be brought back; its file may go now. */
	public void purge(Image image, Instant from) {
		change(image, "purged_at = :value, prompt = '', final_prompt = ''", Timestamp.from(from));
	}

	private void change(Image image, String assignment, Object value) {
		this.database.sql("update images set " + assignment + " where user_id = :user and image_id = :image")
			.param("value", value)
			.param("user", image.userId())
			.param("image", image.id())
			.update();
	}

	private Optional<Image> next(Image from, String sql) {
		return at(sql, from).query(ImageRow::read).optional();
	}

	private JdbcClient.StatementSpec at(String sql, Image image) {
		return this.database.sql(sql)
			.param("user", image.userId())
			.param("created", Timestamp.from(image.createdAt()))
			.param("position", image.setPosition())
			.param("image", image.id());
	}

}
