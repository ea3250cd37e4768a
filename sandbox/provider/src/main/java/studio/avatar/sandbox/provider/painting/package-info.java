/**
 * Pictures of an avatar, painted from the photos inside its LoRA.
 */
@NullMarked
package studio.avatar.sandbox.provider.painting;

import org.jspecify.annotations.NullMarked;
