package org.khabar.entity.wikidata;

import org.eclipse.microprofile.graphql.Enum;

/** The dump is read twice. */
@Enum("WikidataImportStage")
public enum ImportStage {
    /** What is a kind of what is found out. */
    CLASSES,
    /** Items become entities. */
    ITEMS
}
