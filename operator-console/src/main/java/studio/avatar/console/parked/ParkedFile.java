package studio.avatar.console.parked;

import java.util.List;

/** A parked record with all that happened to it, oldest first. */
record ParkedFile(ParkedRecord record, List<Attempt> attempts, List<Action> actions, List<Edit> edits) {
}
