/**
 * Where files live: events carry a {@link studio.avatar.common.contract.MediaRef}, the
 * bytes stay here.
 */
@NullMarked
package studio.avatar.common.media;

import org.jspecify.annotations.NullMarked;
