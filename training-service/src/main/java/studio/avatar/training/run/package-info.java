/**
 * Training runs: paid jobs at the provider, from the hold of credits to the model in our
 * store.
 */
@NullMarked
package studio.avatar.training.run;

import org.jspecify.annotations.NullMarked;
