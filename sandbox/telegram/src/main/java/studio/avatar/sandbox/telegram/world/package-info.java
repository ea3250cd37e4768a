/**
 * Everything this Telegram holds, wired once.
 */
@NullMarked
package studio.avatar.sandbox.telegram.world;

import org.jspecify.annotations.NullMarked;
