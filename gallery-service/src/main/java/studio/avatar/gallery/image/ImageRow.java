package studio.avatar.gallery.image;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import studio.avatar.common.contract.MediaRef;
import studio.avatar.common.contract.Ratio;

/** The one place where a row becomes an {@link Image}. */
final class ImageRow {

	private ImageRow() {
	}

	static Image read(ResultSet row, int number) throws SQLException {
		return new Image(row.getObject("image_id", UUID.class), row.getLong("user_id"),
				row.getObject("generation_id", UUID.class), row.getInt("set_position"), row.getString("name_now"),
				row.getString("prompt"), row.getString("final_prompt"), Ratio.valueOf(row.getString("ratio")),
				row.getString("model"), row.getString("seed"), file(row), row.getTimestamp("created_at").toInstant(),
				row.getBoolean("favourite"), instant(row, "deleted_at"), instant(row, "purged_at"));
	}

	private static MediaRef file(ResultSet row) throws SQLException {
		return new MediaRef(row.getString("media_key"), row.getString("sha256"), row.getString("content_type"),
				row.getLong("bytes"), row.getObject("width", Integer.class), row.getObject("height", Integer.class));
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		Timestamp timestamp = row.getTimestamp(column);
		return (timestamp != null) ? timestamp.toInstant() : null;
	}

}
