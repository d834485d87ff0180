package org.khabar.entity.budget;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Bounds of one GraphQL request as a whole. */
@ConfigMapping(prefix = "khabar.request")
public interface BudgetConfig {

    /** Items of all lists of an answer together, the nested ones counted wherever they stand. */
    @WithDefault("20000")
    int maxItems();

    /** UTF-16 code units of all texts together that a request gives to be annotated. */
    @WithDefault("200000")
    int maxTextLength();
}
