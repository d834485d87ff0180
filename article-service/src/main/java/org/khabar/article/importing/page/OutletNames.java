package org.khabar.article.importing.page;

import java.time.ZoneId;
import java.util.Optional;

/** Finds outlets by the names that pages use. */
public interface OutletNames {

    /** An outlet, as far as a parser must know it. */
    record KnownOutlet(String code, ZoneId zone) {}

    /** The outlet that a text names, in any usual spelling; empty when the text is not just a name. */
    Optional<KnownOutlet> findByName(String text);
}
