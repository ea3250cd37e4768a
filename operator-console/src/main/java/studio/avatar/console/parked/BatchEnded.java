package studio.avatar.console.parked;

/** Every record of a batch has its outcome; the retry can go on. */
record BatchEnded(long retry) {
}
