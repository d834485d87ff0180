/**
 * The schema that is served right now: fetched from the subgraphs or read from a file, composed, and swapped atomically
 * when it changes. A schema that does not compose never replaces one that did.
 *
 * <p>Knows where subgraphs are, not what clients ask.
 */
@NullMarked
package org.khabar.gateway.schema;

import org.jspecify.annotations.NullMarked;
