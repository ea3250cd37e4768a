/**
 * Credits as this service sees them: balances to show beside a price, and the holds of
 * its work.
 */
@NullMarked
package studio.avatar.generation.credits;

import org.jspecify.annotations.NullMarked;
