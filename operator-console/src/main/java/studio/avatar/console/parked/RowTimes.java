package studio.avatar.console.parked;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** RowTimes of a row that may be absent. */
final class RowTimes {

	private RowTimes() {
	}

	static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		Timestamp time = row.getTimestamp(column);
		return (time != null) ? time.toInstant() : null;
	}

}
