/**
 * Documents that clients name instead of sending: trusted ones out of a manifest that the operator gives
 * ({@link org.khabar.gateway.documents.Manifest}), and automatic persisted queries, which a client has kept under their
 * hash ({@link org.khabar.gateway.documents.AutomaticDocuments}).
 * {@link org.khabar.gateway.documents.Documents} finds the text of a document and says whether it may run.
 *
 * <p>Knows no HTTP and no schema.
 */
@NullMarked
package org.khabar.gateway.documents;

import org.jspecify.annotations.NullMarked;
