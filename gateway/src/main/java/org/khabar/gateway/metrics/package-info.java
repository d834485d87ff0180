/**
 * What the gateway tells its operators in numbers: Micrometer meters behind the plain observers of other packages. Every
 * label has few values: codes, names of subgraphs, one hash.
 *
 * <p>Knows nothing of what clients ask or subgraphs answer.
 */
@NullMarked
package org.khabar.gateway.metrics;

import org.jspecify.annotations.NullMarked;
