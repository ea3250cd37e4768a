/**
 * The model file that a training leaves and a picture needs: safetensors with the photos
 * inside.
 */
@NullMarked
package studio.avatar.sandbox.provider.lora;

import org.jspecify.annotations.NullMarked;
