package studio.avatar.gateway.sheet;

/**
 * A contact sheet as a file.
 *
 * @param jpeg at most some 200 kB
 * @param whole no picture of it is missing
 */
public record PaintedSheet(byte[] jpeg, boolean whole) {

}
