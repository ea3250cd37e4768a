/**
 * What the queue asks of a model, and the strict reading of a model's input.
 */
@NullMarked
package studio.avatar.sandbox.provider.model;

import org.jspecify.annotations.NullMarked;
