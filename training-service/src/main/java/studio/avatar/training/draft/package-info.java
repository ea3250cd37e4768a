/** The wizard that leads to an avatar that can be trained: gender, name, photos. */
@NullMarked
package studio.avatar.training.draft;

import org.jspecify.annotations.NullMarked;
