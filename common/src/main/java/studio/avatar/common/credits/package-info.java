/**
 * Credits as a service that asks for them sees them: balances to show beside a price, and
 * what became of its holds. It exists because trainings and pictures are paid in the same
 * way.
 */
@NullMarked
package studio.avatar.common.credits;

import org.jspecify.annotations.NullMarked;
