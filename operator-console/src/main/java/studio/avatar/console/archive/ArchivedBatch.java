package studio.avatar.console.archive;

import java.util.List;

/**
 * Records have come into the archive; said once for each batch, after it is committed. Of
 * what is read again nothing is said again.
 */
public record ArchivedBatch(List<ArchivedRecord> records) {

	public ArchivedBatch {
		records = List.copyOf(records);
	}

}
