/**
 * Text that says in itself what is bold in it, as {@code parse_mode} takes it.
 */
@NullMarked
package studio.avatar.sandbox.telegram.markup;

import org.jspecify.annotations.NullMarked;
