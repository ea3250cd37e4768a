/**
 * Claims about the parts of painting that no picture or log shows clearly.
 */
@NullMarked
package studio.avatar.sandbox.provider.painting;

import org.jspecify.annotations.NullMarked;
