/**
 * Photos and documents that were sent, and the sizes Telegram makes of a photo.
 */
@NullMarked
package studio.avatar.sandbox.telegram.file;

import org.jspecify.annotations.NullMarked;
