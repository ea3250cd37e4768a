/** What a service makes of the ledger's words. */
@NullMarked
package studio.avatar.common.credits;

import org.jspecify.annotations.NullMarked;
