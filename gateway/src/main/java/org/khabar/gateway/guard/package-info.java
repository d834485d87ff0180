/**
 * What a document may cost before it is even validated. Every query is hostile until it fits the configured bounds.
 *
 * <p>Knows GraphQL documents, not HTTP nor who is asking.
 */
@NullMarked
package org.khabar.gateway.guard;

import org.jspecify.annotations.NullMarked;
