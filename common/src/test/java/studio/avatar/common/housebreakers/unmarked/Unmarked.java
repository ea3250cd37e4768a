package studio.avatar.common.housebreakers.unmarked;

/** Lives in a package that says nothing about absent values. */
record Unmarked(String mayBeAbsent) {
}
