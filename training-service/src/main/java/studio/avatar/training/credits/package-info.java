/**
 * What the ledger tells: balances to show beside a price, and what became of our holds.
 */
@NullMarked
package studio.avatar.training.credits;

import org.jspecify.annotations.NullMarked;
