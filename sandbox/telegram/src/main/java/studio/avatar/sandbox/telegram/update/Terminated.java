package studio.avatar.sandbox.telegram.update;

/**
 * A poll that another poll took the place of: two bots share one token.
 */
public final class Terminated extends RuntimeException {

}
