package org.khabar.entity.editing;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** What another register calls an entity. */
@Input("ExternalIdInput")
public record ExternalIdInput(
        @NonNull @Description("wikidata, geonames, viaf, isni, gnd, iso3166-1 or iso3166-2.")
        String scheme,

        @NonNull String value) {}
