package org.khabar.entity.wikidata;

import org.eclipse.microprofile.graphql.Enum;

/** How far an import is. */
@Enum("WikidataImportState")
public enum ImportState {
    WAITING,
    RUNNING,
    DONE,
    FAILED,
    CANCELLED
}
