package studio.avatar.console.parked;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A page of groups.
 *
 * @param skipped how many came before
 * @param next what to skip for the next page; absent on the last
 */
record GroupPage(List<Group> groups, long skipped, @Nullable Long next) {

	/** Of one group more than a page shows, where there is one. */
	static GroupPage of(List<Group> found, long skipped) {
		boolean more = found.size() > ParkedGroups.PAGE;
		return new GroupPage(more ? found.subList(0, ParkedGroups.PAGE) : found, skipped,
				more ? skipped + ParkedGroups.PAGE : null);
	}

}
