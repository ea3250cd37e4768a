/**
 * Where objects come from: a real S3 server on this machine, with nothing to install.
 */
@NullMarked
package studio.avatar.sandbox.objects;

import org.jspecify.annotations.NullMarked;
