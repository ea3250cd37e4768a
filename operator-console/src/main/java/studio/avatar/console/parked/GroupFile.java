package studio.avatar.console.parked;

import java.util.List;

/** A group with its newest retries and what waits behind its records. */
record GroupFile(Group group, List<RetryView> retries, List<ParkedRow> waiting) {
}
