package studio.avatar.gateway.sheet;

/**
 * A contact sheet as a file.
 *
 * @param jpeg its content
 * @param whole no picture of it is missing
 */
public record PaintedSheet(byte[] jpeg, boolean whole) {

}
