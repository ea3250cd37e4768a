package studio.avatar.console.story;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import studio.avatar.console.archive.ArchivedRecord;

/**
 * The ids a story speaks of, jobs among them. A provider's webhook knows its job but not
 * the update that wanted it, and is found by the job.
 */
final class JobsOfAStory {

	/** A story has a few jobs; a hostile one gets no more. */
	static final int MOST = 100;

	private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

	private JobsOfAStory() {
	}

	static Set<String> in(List<ArchivedRecord> records) {
		Set<String> ids = new LinkedHashSet<>();
		for (ArchivedRecord record : records) {
			Matcher found = UUID.matcher((record.body() != null) ? record.body() : "");
			while (ids.size() < MOST && found.find()) {
				ids.add(found.group());
			}
		}
		return ids;
	}

}
