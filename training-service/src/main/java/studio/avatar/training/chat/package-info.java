/** Where what a person did finds the feature that answers it. */
@NullMarked
package studio.avatar.training.chat;

import org.jspecify.annotations.NullMarked;
