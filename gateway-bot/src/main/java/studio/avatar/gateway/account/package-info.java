/**
 * Credits: a double-entry ledger, holds on it, and what a person sees of it.
 */
@NullMarked
package studio.avatar.gateway.account;

import org.jspecify.annotations.NullMarked;
