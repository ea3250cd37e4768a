/**
 * The small language model: translates, enhances, describes a picture, always in the same
 * way.
 */
@NullMarked
package studio.avatar.sandbox.provider.llm;

import org.jspecify.annotations.NullMarked;
