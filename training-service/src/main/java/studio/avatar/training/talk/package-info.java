/**
 * Speaking with a person: who is spoken with, in which words, and the replies that go
 * out.
 */
@NullMarked
package studio.avatar.training.talk;

import org.jspecify.annotations.NullMarked;
