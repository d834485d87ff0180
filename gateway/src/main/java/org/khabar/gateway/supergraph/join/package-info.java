/**
 * From a document in the {@code join} format to the model.
 *
 * <p>{@link org.khabar.gateway.supergraph.join.JoinReader} parses the document, brings v0.1 (Federation 1) into the
 * form of the later versions ({@code JoinV01}), reads each type with what every subgraph knows of it, and makes the API
 * schema: the same document without machinery and without what is inaccessible. It trusts that the document was
 * composed: it checks names, not rules.
 */
@NullMarked
package org.khabar.gateway.supergraph.join;

import org.jspecify.annotations.NullMarked;
