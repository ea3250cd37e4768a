/**
 * The provider's files: uploads, model files and pictures, public by address, kept in a
 * folder.
 */
@NullMarked
package studio.avatar.sandbox.provider.storage;

import org.jspecify.annotations.NullMarked;
