/**
 * Digests that documents, schemas and answers are known by.
 *
 * <p>Plain Java: this package knows nothing of what it digests.
 */
@NullMarked
package org.khabar.gateway.digest;

import org.jspecify.annotations.NullMarked;
