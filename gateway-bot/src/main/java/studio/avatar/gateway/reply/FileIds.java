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

		PHOTO, DOCUMENT;

		/** A document known to Telegram keeps its name for ever, a photo has none. */
		String nameOf(OutgoingFile file) {
			return (this == DOCUMENT) ? file.name() : "";
		}

	}

	Optional<String> of(OutgoingFile file, Kind kind) {
		JdbcClient.StatementSpec query = switch (kind) {
			case PHOTO -> this.database.sql("select file_id from media_file_id where sha256 = ? and kind = 'PHOTO'")
				.params(file.fingerprint());
			case DOCUMENT ->
				this.database.sql("select file_id from document_file_id where sha256 = ? and file_name = ?")
					.params(file.fingerprint(), file.name());
		};
		return query.query(String.class).optional();
	}

	void remember(Outcome.FileId file) {
		switch (file.kind()) {
			case PHOTO -> this.database.sql("""
					insert into media_file_id (sha256, kind, file_id) values (?, 'PHOTO', ?)
					on conflict (sha256, kind) do update set file_id = excluded.file_id
					where media_file_id.file_id is distinct from excluded.file_id""")
				.params(file.sha256(), file.fileId())
				.update();
			case DOCUMENT -> this.database.sql("""
					insert into document_file_id (sha256, file_name, file_id) values (?, ?, ?)
					on conflict (sha256, file_name) do update set file_id = excluded.file_id
					where document_file_id.file_id is distinct from excluded.file_id""")
				.params(file.sha256(), file.fileName(), file.fileId())
				.update();
		}
	}

	/** Telegram does not know it any more, or never did. */
	void forget(OutgoingFile file, Kind kind) {
		switch (kind) {
			case PHOTO -> this.database.sql("delete from media_file_id where sha256 = ? and kind = 'PHOTO'")
				.params(file.fingerprint())
				.update();
			case DOCUMENT -> this.database.sql("delete from document_file_id where sha256 = ? and file_name = ?")
				.params(file.fingerprint(), file.name())
				.update();
		}
	}

}
