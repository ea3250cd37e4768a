package studio.avatar.console.overview;

/** One value of a measure about a thing. */
record Sample(Measure measure, String about, long value) {
}
