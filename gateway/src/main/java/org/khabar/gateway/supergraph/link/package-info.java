/**
 * What a schema document says with {@code @link}: which specifications it uses and under which local names. Follows
 * the {@code link} spec v1.0 (and {@code core} v0.1 and v0.2, its older form).
 *
 * <p>{@link org.khabar.gateway.supergraph.link.Links} turns the local names of directives into
 * {@link org.khabar.gateway.supergraph.link.FederationDirective}s once, so that nothing else has to care for imports,
 * renames and namespaces. This package knows nothing of composition or of the {@code join} format.
 */
@NullMarked
package org.khabar.gateway.supergraph.link;

import org.jspecify.annotations.NullMarked;
