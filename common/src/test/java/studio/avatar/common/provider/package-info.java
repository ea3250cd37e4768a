/** The provider's adapter against a simulated provider that fails on demand. */
@NullMarked
package studio.avatar.common.provider;

import org.jspecify.annotations.NullMarked;
