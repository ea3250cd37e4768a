/**
 * The trainers: a zip of photos in, a LoRA file out.
 */
@NullMarked
package studio.avatar.sandbox.provider.training;

import org.jspecify.annotations.NullMarked;
