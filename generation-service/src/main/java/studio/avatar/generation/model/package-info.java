/**
 * Model files of avatars in the provider's storage.
 */
@NullMarked
package studio.avatar.generation.model;

import org.jspecify.annotations.NullMarked;
