/**
 * What the federation specification asks of {@code _entities} beyond what SmallRye does. Knows no feature.
 *
 * @see <a href="https://www.apollographql.com/docs/graphos/schema-design/federated-schemas/reference/subgraph-spec">Subgraph
 *     specification</a>
 */
@NullMarked
package org.khabar.entity.federation;

import org.jspecify.annotations.NullMarked;
