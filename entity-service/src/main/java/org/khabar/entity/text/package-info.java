/**
 * Text as it is compared: normalisation that keeps the way back to the original, and tokens.
 *
 * <p>Plain Java. Knows nothing of entities, storage or the network.
 */
@NullMarked
package org.khabar.entity.text;

import org.jspecify.annotations.NullMarked;
