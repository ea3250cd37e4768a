/**
 * Simulators of the image provider (fal.ai) and of an OpenAI-compatible LLM, reached over
 * real HTTP, failing on demand.
 */
@NullMarked
package studio.avatar.sandbox.provider;

import org.jspecify.annotations.NullMarked;
