/**
 * Claims about the parts of training that no picture or log shows clearly.
 */
@NullMarked
package studio.avatar.sandbox.provider.training;

import org.jspecify.annotations.NullMarked;
