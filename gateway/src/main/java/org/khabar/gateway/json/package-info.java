/**
 * JSON as bytes. Subgraph answers are scanned where they lie and copied out as slices; only what the gateway has to
 * understand (errors, variables) becomes Java values.
 *
 * <p>Plain Java: this package knows no GraphQL and no framework.
 */
@NullMarked
package org.khabar.gateway.json;

import org.jspecify.annotations.NullMarked;
