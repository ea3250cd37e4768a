/**
 * The provider's queue and storage, as fal.ai speaks them: what is asked, what is
 * answered, and what a failure means for the money.
 */
@NullMarked
package studio.avatar.common.provider;

import org.jspecify.annotations.NullMarked;
