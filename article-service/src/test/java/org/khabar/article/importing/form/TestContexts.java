package org.khabar.article.importing.form;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.khabar.article.outlet.LocalizedName;
import org.khabar.article.outlet.Outlet;
import org.khabar.article.outlet.OutletIndex;

/** Two outlets and the unknown one, and a time of import. */
public final class TestContexts {

    public static final Instant NOW = Instant.parse("2025-06-01T12:00:00Z");

    private TestContexts() {}

    public static FormContext plain() {
        return new FormContext(index(), null, null, null, null, NOW);
    }

    public static FormContext of(String outlet) {
        OutletIndex index = index();
        return new FormContext(index, index.findByCode(outlet).orElseThrow(), null, null, null, NOW);
    }

    private static OutletIndex index() {
        return new OutletIndex(List.of(
                outlet(1, "unknown", "مصدر غير معروف", "unknown.invalid"),
                outlet(2, "hespress", "هسبريس", "hespress.com"),
                outlet(3, "afp", "وكالة فرانس برس", "afp.com")));
    }

    private static Outlet outlet(int id, String code, String name, String host) {
        return new Outlet(
                new UUID(0, id),
                code,
                null,
                ZoneId.of("UTC"),
                List.of("ar"),
                List.of(new LocalizedName(name, "ar")),
                List.of(code.toUpperCase(java.util.Locale.ROOT)),
                List.of(host),
                null,
                null,
                List.of(),
                1);
    }
}
