package studio.avatar.gateway.reply;

import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Files that Telegram has already, by content: they are sent again without an upload. */
@Component
class FileIds {

	private final JdbcClient database;

	FileIds(JdbcClient database) {
		this.database = database;
	}

	/** As what it was sent: one file has another id as photo than as document. */
	enum Kind {

		PHOTO, DOCUMENT

	}

	Optional<String> of(String sha256, Kind kind) {
		return this.database.sql("select file_id from media_file_id where sha256 = ? and kind = ?")
			.params(sha256, kind.name())
			.query(String.class)
			.optional();
	}

	void remember(Outcome.FileId file) {
		this.database.sql("""
				insert into media_file_id (sha256, kind, file_id) values (?, ?, ?)
				on conflict (sha256, kind) do update set file_id = excluded.file_id
				where media_file_id.file_id is distinct from excluded.file_id""")
			.params(file.sha256(), file.kind().name(), file.fileId())
			.update();
	}

	/** Telegram does not know it any more, or never did. */
	void forget(String sha256, Kind kind) {
		this.database.sql("delete from media_file_id where sha256 = ? and kind = ?")
			.params(sha256, kind.name())
			.update();
	}

}
